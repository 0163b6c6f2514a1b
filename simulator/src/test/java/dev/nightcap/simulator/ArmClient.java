package dev.nightcap.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import dev.nightcap.simulator.web.Json;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Predicate;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** What a client knows: the state file, and nothing of the simulator's classes behind it. */
final class ArmClient {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final SimulatorState state;
    private final HttpClient http;

    ArmClient(SimulatorState state) {
        this.state = state;
        this.http = HttpClient.newBuilder()
                .sslContext(trusting(Path.of(state.ca())))
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(5))
                .build();
    }

    HttpResponse<String> get(String path) {
        return send("GET", path, "");
    }

    HttpResponse<String> send(String method, String path, String body) {
        return send(request(method, path, body).header("Authorization", "Bearer anything"));
    }

    HttpRequest.Builder request(String method, String path, String body) {
        String url = path.startsWith("http") ? path : state.arm() + path;
        return HttpRequest.newBuilder(URI.create(url))
                .timeout(Duration.ofSeconds(20))
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    }

    HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError("no answer: " + e, e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** Reads a blob with a bearer token of the token endpoint; empty if it is not there. */
    byte[] blob(String storagePath) {
        String path = storagePath.replaceFirst("https://([a-z0-9]+)\\.blob\\.core\\.windows\\.net/", "$1/");
        HttpRequest request = HttpRequest.newBuilder(URI.create(state.blob() + "/" + path))
                .header("Authorization", "Bearer " + token("https://storage.azure.com/"))
                .header("x-ms-version", "2021-12-02")
                .build();
        try {
            HttpResponse<byte[]> response = http.send(request, BodyHandlers.ofByteArray());
            if (response.statusCode() != 200 && response.statusCode() != 404) {
                throw new AssertionError(response + " " + new String(response.body(), StandardCharsets.UTF_8));
            }
            return response.statusCode() == 200 ? response.body() : new byte[0];
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    int blobStatus(String storagePath) {
        String path = storagePath.replaceFirst("https://([a-z0-9]+)\\.blob\\.core\\.windows\\.net/", "$1/");
        return send(HttpRequest.newBuilder(URI.create(state.blob() + "/" + path))
                        .method("HEAD", BodyPublishers.noBody())
                        .header("Authorization", "Bearer " + token("https://storage.azure.com/"))
                        .header("x-ms-version", "2021-12-02"))
                .statusCode();
    }

    String token(String resource) {
        HttpResponse<String> response = send(
                HttpRequest.newBuilder(URI.create(state.identity() + "?api-version=2019-08-01&resource=" + resource))
                        .header("X-IDENTITY-HEADER", state.identityHeader()));
        return Json.read(response.body()).path("access_token").asText();
    }

    /** Asks again every 30 ms, at most 20 s. */
    static <T> T until(Supplier<T> ask, Predicate<T> good) {
        Instant end = Instant.now().plus(PATIENCE);
        T last = ask.get();
        while (!good.test(last)) {
            if (Instant.now().isAfter(end)) {
                throw new AssertionError("not within " + PATIENCE + "; last was " + last);
            }
            try {
                Thread.sleep(30);
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
            last = ask.get();
        }
        return last;
    }

    static String header(HttpResponse<?> response, String name) {
        return response.headers().firstValue(name).orElse("");
    }

    static JsonNode json(HttpResponse<String> response) {
        return Json.read(response.body());
    }

    private static SSLContext trusting(Path pem) {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, new char[0]);
            store.setCertificateEntry(
                    "ca",
                    CertificateFactory.getInstance("X.509")
                            .generateCertificate(new ByteArrayInputStream(Files.readAllBytes(pem))));
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(store);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException | IOException e) {
            throw new AssertionError(e);
        }
    }
}
