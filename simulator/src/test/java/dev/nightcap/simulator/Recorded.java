package dev.nightcap.simulator;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.nightcap.simulator.web.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * One recorded exchange.
 *
 * @param path as recorded, or {@code <…>} where the recording shortened a link
 * @param headers names compare without case
 * @param body the text as recorded in 2020, as JSON in 2025, or {@code NOT READ…}
 */
record Recorded(String method, String path, int status, Map<String, String> headers, JsonNode body) {

    static List<Recorded> java2020() throws IOException {
        return Files.readAllLines(file("java-sdk-2020.jsonl")).stream()
                .map(Json::read)
                .map(Recorded::of)
                .toList();
    }

    static List<Recorded> powershell2025() throws IOException {
        JsonNode root = Json.read(Files.readString(file("powershell-2025-ring-buffer.json")));
        return StreamSupport.stream(root.path("exchanges").spliterator(), false)
                .map(Recorded::of)
                .toList();
    }

    boolean wasRead() {
        return !body.asText().startsWith("NOT READ");
    }

    private static Recorded of(JsonNode node) {
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        node.path("headers")
                .properties()
                .forEach(
                        header -> headers.put(header.getKey(), header.getValue().asText()));
        return new Recorded(
                node.path("method").asText(),
                node.path("path").asText(),
                node.path("status").asInt(),
                headers,
                node.path("body"));
    }

    private static Path file(String name) {
        return Stream.of("../../shared", "../shared")
                .map(shared -> Path.of(shared, "reference", "azure", "recordings", name))
                .filter(Files::isRegularFile)
                .findFirst()
                .orElseGet(() -> {
                    assumeTrue(false, "the recording " + name + " is not here: conformance is not tested");
                    return Path.of(name);
                });
    }
}
