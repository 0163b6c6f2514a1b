package dev.nightcap.simulator.arm;

import com.fasterxml.jackson.databind.JsonNode;
import dev.nightcap.simulator.arm.CaptureRequest.Ring;
import dev.nightcap.simulator.scenario.Problems;
import dev.nightcap.simulator.web.Json;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads the body of a {@code PUT} and refuses what the API's specification refuses. */
final class CaptureRequestText {

    private static final long UINT32 = 4_294_967_295L;
    private static final String OCTET = "(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)";
    private static final String V4 = OCTET + "(?:\\." + OCTET + "){3}";
    private static final String V6 = "[0-9A-Fa-f:]*:[0-9A-Fa-f:.]*";
    private static final String ADDRESS = "(?:" + V4 + "|" + V6 + ")";
    private static final String PORT = "(?:\\d{1,5})";

    private final Problems problems = new Problems();

    private CaptureRequestText() {}

    /** @throws ArmError 400 that names every fault; the wording is ours, Azure's is not on record */
    static CaptureRequest parse(String body) {
        JsonNode root;
        try {
            root = Json.read(body);
        } catch (UncheckedIOException e) {
            throw ArmError.badRequest(
                    "The request content was invalid and could not be deserialized: " + e.getMessage());
        }
        CaptureRequestText text = new CaptureRequestText();
        CaptureRequest request = text.request(root.path("properties"));
        try {
            text.problems.raise("The request is invalid");
        } catch (IllegalArgumentException e) {
            throw ArmError.badRequest(String.valueOf(e.getMessage()));
        }
        return request;
    }

    private CaptureRequest request(JsonNode node) {
        JsonNode storage = node.path("storageLocation");
        JsonNode scope = node.path("scope");
        Optional<Ring> ring = ring(node);
        CaptureRequest request = new CaptureRequest(
                problems.required("properties", node, "target"),
                texts(scope.path("include")),
                texts(scope.path("exclude")),
                problems.oneOf("properties", node, "targetType", "AzureVM", Set.of("AzureVM", "AzureVMSS")),
                problems.number("properties", node, "bytesToCapturePerPacket", 0, 0, UINT32),
                problems.number("properties", node, "totalBytesPerSession", 1_073_741_824, 0, UINT32),
                (int) problems.number("properties", node, "timeLimitInSeconds", 18_000, 0, 18_000),
                text(storage, "storageId"),
                text(storage, "storagePath"),
                text(storage, "filePath"),
                text(storage, "localPath"),
                ring,
                filters(node.path("filters")));
        places(request);
        return request;
    }

    private Optional<Ring> ring(JsonNode node) {
        if (!node.path("continuousCapture").isBoolean()) {
            return Optional.empty();
        }
        JsonNode settings = node.path("captureSettings");
        String place = "properties.captureSettings";
        return Optional.of(new Ring(
                node.path("continuousCapture").booleanValue(),
                (int) problems.number(place, settings, "fileCount", 10, 0, 10_000),
                problems.number(place, settings, "fileSizeInBytes", 104_857_600, 0, UINT32),
                (int) problems.number(place, settings, "sessionTimeLimitInSeconds", 86_400, 0, 604_800)));
    }

    private void places(CaptureRequest request) {
        String place = "properties.storageLocation";
        if (request.storageId().isEmpty()
                && request.filePath().isEmpty()
                && request.localPath().isEmpty()) {
            problems.add(place, "one of storageId, filePath or localPath is required");
        }
        if (request.ring().isPresent() && request.filePath().isPresent()) {
            problems.add(place + ".filePath", "not allowed when continuousCapture is true or false; use localPath");
        }
        if (request.ring().isEmpty() && request.localPath().isPresent()) {
            problems.add(place + ".localPath", "allowed only when continuousCapture is true or false; use filePath");
        }
        request.filePath()
                .filter(path -> !path.endsWith(".cap"))
                .ifPresent(path -> problems.add(place + ".filePath", "must end with .cap, not '" + path + "'"));
        request.storagePath()
                .filter(path -> StoragePath.parse(path).isEmpty())
                .ifPresent(path -> problems.add(
                        place + ".storagePath",
                        "must be a URI https://ACCOUNT.blob…/CONTAINER/PATH, not '" + path + "'"));
    }

    private List<PacketFilter> filters(JsonNode nodes) {
        List<PacketFilter> filters = new ArrayList<>();
        for (JsonNode node : nodes) {
            String place = "properties.filters[" + filters.size() + "]";
            filters.add(new PacketFilter(
                    problems.oneOf(place, node, "protocol", "Any", Set.of("TCP", "UDP", "Any")),
                    range(place, node, "localIPAddress", ADDRESS),
                    range(place, node, "remoteIPAddress", ADDRESS),
                    range(place, node, "localPort", PORT),
                    range(place, node, "remotePort", PORT)));
        }
        return List.copyOf(filters);
    }

    private String range(String place, JsonNode node, String field, String one) {
        String value = problems.text(place, node, field, "");
        boolean fits = value.isEmpty()
                || Pattern.matches(one, value)
                || Pattern.matches(one + "-" + one, value)
                || Pattern.matches(one + "(?:;" + one + ")+;?", value);
        boolean inBounds = !one.equals(PORT)
                || Pattern.compile("[-;]")
                        .splitAsStream(value)
                        .filter(port -> port.matches(PORT))
                        .allMatch(port -> Integer.parseInt(port) <= 65_535);
        if (!fits || !inBounds) {
            problems.add(
                    place + "." + field,
                    "must be a single value, a range a-b or a list a;b without mixing, not '" + value + "'");
        }
        return value;
    }

    private static Optional<String> text(JsonNode node, String field) {
        return Optional.ofNullable(node.path(field).textValue()).filter(value -> !value.isEmpty());
    }

    private static List<String> texts(JsonNode nodes) {
        List<String> values = new ArrayList<>();
        nodes.forEach(node -> values.add(node.asText()));
        return List.copyOf(values);
    }
}
