package dev.nightcap.starter.command;

import dev.nightcap.starter.config.Config;
import dev.nightcap.starter.config.SecretSource;
import dev.nightcap.starter.terminal.Complaint;
import dev.nightcap.starter.terminal.Console;
import dev.nightcap.starter.terminal.ExitCode;
import dev.nightcap.starter.terminal.Format;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Posts an alert to a receiver. */
@Command(name = "send", description = "Send an alert to a receiver.")
final class AlertSend implements Callable<Integer> {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Program program;

    @Parameters(paramLabel = "FILE", description = "The alert as it is to be posted.")
    Path file = Path.of("");

    @Option(names = "--url", paramLabel = "URL", description = "Default: /alerts of the profile's receiver.")
    @Nullable
    URI url;

    @Option(names = "--token-file", paramLabel = "FILE", description = "Holds the receiver's token.")
    @Nullable
    Path tokenFile;

    @Option(names = "--token-env", paramLabel = "NAME", description = "The variable that holds the receiver's token.")
    @Nullable
    String tokenVariable;

    @Option(names = "--idempotency-key", paramLabel = "KEY", description = "Tells deliveries of the same news apart.")
    @Nullable
    String key;

    @Option(
            names = "--wait",
            paramLabel = "TIME",
            description = "Let the receiver answer once the capture has started.")
    @Nullable
    String wait;

    AlertSend(Program program) {
        this.program = program;
    }

    @Override
    public Integer call() {
        byte[] alert = AlertFiles.read(file);
        HttpResponse<String> answer = answer(request(program.config(), alert));
        show(program.console(), answer);
        return code(answer.statusCode()).number();
    }

    private HttpRequest request(Config config, byte[] alert) {
        URI base = url == null
                ? URI.create("http://" + config.receiver().host() + ":"
                        + config.receiver().port() + "/alerts")
                : url;
        String query = wait == null ? "" : (base.getQuery() == null ? "?" : "&") + "wait=" + wait;
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + query))
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(alert));
        SecretSource token = token(config);
        if (token != null) {
            request.header("Authorization", "Bearer " + token.read(program.environment()));
        }
        if (key != null) {
            request.header("Idempotency-Key", key);
        }
        return request.build();
    }

    private @Nullable SecretSource token(Config config) {
        if (tokenFile != null) {
            return new SecretSource.InFile(tokenFile);
        }
        return tokenVariable == null ? config.receiver().token() : new SecretSource.InEnvironment(tokenVariable);
    }

    /** Without the query, where a token may stand. */
    private static HttpResponse<String> answer(HttpRequest request) {
        String place = request.uri().getScheme() + "://" + request.uri().getAuthority();
        try {
            return HttpClient.newBuilder()
                    .connectTimeout(Duration.ofSeconds(5))
                    .build()
                    .send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw Complaint.unreachable(
                    "no receiver answers at " + place, "nightcap serve starts one; --url names another", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Complaint.failed("interrupted while the receiver answers", null, e);
        }
    }

    private static void show(Console console, HttpResponse<String> answer) {
        if (console.format() != Format.NONE) {
            console.out().println(answer.body().strip());
        }
        console.tell("  " + answer.statusCode()
                + answer.headers()
                        .firstValue("Location")
                        .map(place -> "  " + place)
                        .orElse(""));
    }

    private static ExitCode code(int status) {
        if (status < 300) {
            return ExitCode.DONE;
        }
        return switch (status) {
            case 401, 403 -> ExitCode.NOT_PERMITTED;
            case 404 -> ExitCode.NOT_FOUND;
            case 429, 502, 503, 504 -> ExitCode.UNREACHABLE;
            default -> status < 500 ? ExitCode.REFUSED : ExitCode.FAILED;
        };
    }
}
