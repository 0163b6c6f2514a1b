package dev.nightcap.simulator.blobs;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs a blob request with an account's key, in the form that Azurite takes: the account stands in the path as well. */
final class SharedKey {

    private final String account;
    private final byte[] key;

    SharedKey(String account, String base64Key) {
        this.account = account;
        this.key = Base64.getDecoder().decode(base64Key);
    }

    /**
     * The value of {@code Authorization}.
     *
     * @param headers the request's {@code x-ms-*} headers in lower case, and {@code content-length} and
     *     {@code content-type} where they are sent
     */
    String authorization(String method, URI uri, Map<String, String> headers) {
        String length = headers.getOrDefault("content-length", "");
        String text = String.join(
                "\n",
                method,
                "",
                "",
                length.equals("0") ? "" : length,
                "",
                headers.getOrDefault("content-type", ""),
                "",
                "",
                "",
                "",
                "",
                "",
                canonicalHeaders(headers) + canonicalResource(uri));
        return "SharedKey " + account + ":" + sign(text);
    }

    private static String canonicalHeaders(Map<String, String> headers) {
        return new TreeMap<>(headers)
                .entrySet().stream()
                        .filter(header -> header.getKey().startsWith("x-ms-"))
                        .map(header -> header.getKey() + ":" + header.getValue() + "\n")
                        .collect(Collectors.joining());
    }

    private String canonicalResource(URI uri) {
        StringBuilder resource = new StringBuilder("/" + account + uri.getRawPath());
        if (uri.getQuery() != null) {
            Map<String, String> parameters = new TreeMap<>();
            for (String pair : uri.getQuery().split("&", -1)) {
                String[] parts = pair.split("=", 2);
                parameters.put(parts[0], parts.length > 1 ? parts[1] : "");
            }
            parameters.forEach((name, value) ->
                    resource.append('\n').append(name).append(':').append(value));
        }
        return resource.toString();
    }

    private String sign(String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
