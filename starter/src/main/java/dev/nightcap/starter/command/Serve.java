package dev.nightcap.starter.command;

import dev.nightcap.receiver.Receiver;
import dev.nightcap.receiver.ReceiverConfig;
import dev.nightcap.starter.captures.Temporal;
import dev.nightcap.starter.config.Config;
import dev.nightcap.starter.config.SecretSource;
import dev.nightcap.starter.parts.Parts;
import dev.nightcap.starter.parts.Serving;
import dev.nightcap.starter.parts.TemporalDesk;
import dev.nightcap.starter.terminal.Complaint;
import dev.nightcap.starter.terminal.Console;
import dev.nightcap.starter.terminal.ExitCode;
import dev.nightcap.worker.SearchAttributes;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Runs the receiver until it is told to end. */
@Command(name = "serve", description = "Run the receiver: alerts come in by POST /alerts.")
final class Serve implements Callable<Integer> {
    private final Program program;

    @Option(names = "--host", paramLabel = "ADDRESS", description = "To listen on. Default: 127.0.0.1.")
    @Nullable
    String host;

    @Option(names = "--port", paramLabel = "PORT", description = "To listen on; 0 takes a free one. Default: 8080.")
    @Nullable
    Integer port;

    @Option(
            names = "--token-file",
            paramLabel = "FILE",
            description = "Holds the token that senders show, by Authorization: Bearer or ?token=.")
    @Nullable
    Path tokenFile;

    Serve(Program program) {
        this.program = program;
    }

    @Override
    public Integer call() {
        Config config = program.config();
        Console console = program.console();
        ReceiverConfig settings = settings(config);
        Serving serving = new Serving();
        try {
            Temporal temporal = serving.closing(program.temporal(true));
            SearchAttributes.ensure(temporal.stubs(), temporal.namespace());
            Receiver receiver =
                    new Receiver(settings, Parts.policy(config), new TemporalDesk(temporal, program.clock()));
            receiver.start();
            serving.closing(receiver);
            console.tell("receiver ready: POST " + receiver.address().resolve("/alerts") + "; Temporal at "
                    + temporal.address() + ", namespace " + temporal.namespace());
            serving.untilSignalled();
            return ExitCode.DONE.number();
        } catch (IOException e) {
            serving.close();
            throw Complaint.failed(String.valueOf(e.getMessage()), "choose another --host or --port", e);
        } catch (RuntimeException e) {
            serving.close();
            throw e;
        }
    }

    private ReceiverConfig settings(Config config) {
        SecretSource token = tokenFile == null ? config.receiver().token() : new SecretSource.InFile(tokenFile);
        if (token == null) {
            throw Complaint.usage(
                    "the receiver has no token, so anybody could start captures",
                    "write one of at least 16 characters into a file, for example by openssl rand -hex 24, and name it"
                            + " with --token-file or [receiver] token-file");
        }
        return ReceiverConfig.of(
                host == null ? config.receiver().host() : host,
                port == null ? config.receiver().port() : port,
                List.of(token.read(program.environment())));
    }
}
