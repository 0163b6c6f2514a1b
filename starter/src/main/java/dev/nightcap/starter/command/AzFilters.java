package dev.nightcap.starter.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.nightcap.workflows.capture.PacketFilter;
import java.util.ArrayList;
import java.util.List;

/** Filters in the JSON that {@code az} takes. */
final class AzFilters {
    private AzFilters() {}

    /** @throws IllegalArgumentException if it is no such JSON, or a filter in it is none */
    static List<PacketFilter> parse(String json) {
        try {
            List<PacketFilter> filters = new ArrayList<>();
            for (JsonNode filter : new ObjectMapper().readTree(json)) {
                filters.add(new PacketFilter(
                        filter.path("protocol").asText("Any"),
                        text(filter, "localIPAddress"),
                        text(filter, "localPort"),
                        text(filter, "remoteIPAddress"),
                        text(filter, "remotePort")));
            }
            return filters;
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(
                    "a filter that begins with '[' is JSON as az takes it, and this is no JSON", e);
        }
    }

    /** Spelled {@code localIPAddress} and {@code localIpAddress} in az's own examples. */
    private static String text(JsonNode filter, String key) {
        return filter.path(key).asText(filter.path(key.replace("IPA", "IpA")).asText(""));
    }
}
