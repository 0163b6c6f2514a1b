package dev.nightcap.simulator;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A body's text with what differs from run to run taken out: ids, moments, and the moment in a default storage path.
 * Layout, names, order and all other values stay.
 */
final class Shape {

    private Shape() {}

    /** A recorded body: text of 2020 keeps its layout; a tree of 2025 was compact, as its Content-Length tells. */
    static String of(JsonNode recorded) {
        return of(recorded.isTextual() ? recorded.textValue() : recorded.isMissingNode() ? "" : recorded.toString());
    }

    static String of(String body) {
        return body.replaceAll("[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}", "<id>")
                .replaceAll("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{6}Z", "<moment>")
                .replaceAll("/\\d{4}/\\d\\d/\\d\\d/packetcapture_\\d\\d_\\d\\d_\\d\\d_\\d{3}\\.cap", "/<moment>.cap");
    }
}
