package dev.nightcap.simulator.blobs;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/** Puts whole files into Azurite as block blobs, as the agent on a machine does; containers are made on the way. */
public final class BlobWriter {

    private static final DateTimeFormatter RFC_1123 =
            DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.US);

    private final String endpoint;
    private final String key;
    private final HttpClient client;

    public BlobWriter(String endpoint, String key, SSLContext tls) {
        this.endpoint = endpoint;
        this.key = key;
        this.client = HttpClient.newBuilder()
                .sslContext(tls)
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(10))
                .build();
    }

    /**
     * Writes the file under that name; one that is there is replaced.
     *
     * @param container made if it is not there
     * @param blob the path within the container, not encoded
     */
    public void put(String account, String container, String blob, Path file) throws IOException {
        int made = send(account, "/" + container, "restype=container", BodyPublishers.noBody(), 0);
        if (made != 201 && made != 409) {
            throw new IOException("container " + account + "/" + container + " not made: HTTP " + made);
        }
        int written = send(account, "/" + container + "/" + blob, null, BodyPublishers.ofFile(file), Files.size(file));
        if (written != 201) {
            throw new IOException("blob " + account + "/" + container + "/" + blob + " not written: HTTP " + written);
        }
    }

    private int send(String account, String path, @Nullable String query, BodyPublisher body, long length)
            throws IOException {
        URI uri = uri("/" + account + path, query);
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("x-ms-date", RFC_1123.format(ZonedDateTime.now(ZoneOffset.UTC)));
        headers.put("x-ms-version", "2021-12-02");
        if (query == null) {
            headers.put("x-ms-blob-type", "BlockBlob");
            headers.put("content-type", "application/octet-stream");
        }
        HttpRequest.Builder request = HttpRequest.newBuilder(uri)
                .timeout(Duration.ofMinutes(5))
                .method("PUT", length == 0 ? BodyPublishers.noBody() : body);
        headers.forEach(request::setHeader);
        headers.put("content-length", Long.toString(length));
        request.setHeader("Authorization", new SharedKey(account, key).authorization("PUT", uri, headers));
        try {
            HttpResponse<Void> response = client.send(request.build(), BodyHandlers.discarding());
            return response.statusCode();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while writing " + path, e);
        }
    }

    private URI uri(String path, @Nullable String query) throws IOException {
        try {
            URI base = URI.create(endpoint);
            return new URI(base.getScheme(), null, base.getHost(), base.getPort(), path, query, null);
        } catch (URISyntaxException e) {
            throw new IOException("not a blob path: " + path, e);
        }
    }
}
