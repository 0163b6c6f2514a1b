package dev.nightcap.simulator.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A method and a path with named places, {@code /a/{b}/c}. Fixed segments compare without case, as ARM's do.
 *
 * @param operation what faults and journals call it
 */
public record Route(String method, List<String> segments, String operation, Endpoint endpoint) {

    public static Route of(String method, String pattern, String operation, Endpoint endpoint) {
        return new Route(method, segments(pattern), operation, endpoint);
    }

    Optional<Call> match(WebRequest request) {
        List<String> asked = segments(request.path());
        if (!method.equals(request.method()) || asked.size() != segments.size()) {
            return Optional.empty();
        }
        Map<String, String> values = new LinkedHashMap<>();
        for (int i = 0; i < asked.size(); i++) {
            String expected = segments.get(i);
            String actual = asked.get(i);
            if (expected.startsWith("{")) {
                values.put(expected.substring(1, expected.length() - 1), actual);
            } else if (!expected.equalsIgnoreCase(actual)) {
                return Optional.empty();
            }
        }
        return Optional.of(new Call(request, operation, values));
    }

    private static List<String> segments(String path) {
        return List.of(path.replaceAll("^/+|/+$", "").split("/+", -1));
    }
}
