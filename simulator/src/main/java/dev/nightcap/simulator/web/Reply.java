package dev.nightcap.simulator.web;

import java.util.LinkedHashMap;
import java.util.Map;

/** A reply. An empty body is sent as {@code Content-Length: 0}. */
public record Reply(int status, Map<String, String> headers, String body) implements Answer {

    public Reply {
        headers = Map.copyOf(headers);
    }

    public static Reply of(int status, String body) {
        return new Reply(status, Map.of(), body);
    }

    public static Reply empty(int status) {
        return new Reply(status, Map.of(), "");
    }

    public Reply with(String name, String value) {
        return withAll(Map.of(name, value));
    }

    /** Headers of this reply win over the added ones of the same name. */
    public Reply withDefaults(Map<String, String> added) {
        Map<String, String> all = new LinkedHashMap<>(added);
        all.putAll(headers);
        return new Reply(status, all, body);
    }

    private Reply withAll(Map<String, String> added) {
        Map<String, String> all = new LinkedHashMap<>(headers);
        all.putAll(added);
        return new Reply(status, all, body);
    }

    @Override
    public Reply reply() {
        return this;
    }
}
