package dev.nightcap.simulator.web;

import java.util.Map;
import java.util.Optional;

/**
 * One request, read whole.
 *
 * @param path percent-decoded, without the query
 * @param rawPath as sent, without the query
 * @param query percent-decoded, the first value of each name
 * @param headers names compare without case, the first value of each
 */
public record WebRequest(
        String method,
        String path,
        String rawPath,
        Map<String, String> query,
        Map<String, String> headers,
        String body) {

    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    public Optional<String> query(String name) {
        return Optional.ofNullable(query.get(name));
    }

    /** The authority that the client used, so that links lead back the way it came. */
    public String host() {
        return header("Host").orElse("localhost");
    }
}
