package dev.nightcap.proof;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.nightcap.simulator.Simulator;
import dev.nightcap.simulator.SimulatorOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The demo as a stranger runs it on a machine without a Temporal binary: on the in-process server. */
final class DemoTest {
    @TempDir
    private Path folder;

    @Test
    void ends_with_a_verdict_where_no_temporal_is_to_be_had() throws Exception {
        Path azurite = SimulatorOptions.defaults().azurite();
        try (Simulator installed = Simulator.start(SimulatorOptions.defaults())) {
            assertThat(installed.state().blob()).isNotEmpty();
        }
        Path cache = Files.createDirectories(folder.resolve("cache/nightcap"));
        Files.createSymbolicLink(cache.resolve(azurite.getFileName()), azurite);
        Path bin = Files.createDirectories(folder.resolve("bin"));
        Files.createSymbolicLink(bin.resolve("node"), program("node"));
        Path data = folder.resolve("demo.json");

        try (Processes processes = new Processes()) {
            int exit = processes.nightcapTo(
                    data,
                    "demo",
                    Map.of(
                            "XDG_CACHE_HOME",
                            folder.resolve("cache").toString(),
                            "PATH",
                            bin.toString(),
                            "NIGHTCAP_DURATION",
                            "5s",
                            "TEMPORAL_ADDRESS",
                            ""),
                    "demo",
                    "-o",
                    "json");

            assertThat(exit).isZero();
        }
        JsonNode told = new ObjectMapper().readTree(data.toFile());
        assertThat(told.at("/alert/decision").asText()).isEqualTo("start");
        JsonNode capture = told.at("/captures/0");
        assertThat(capture.path("outcome").asText()).isEqualTo("captured");
        assertThat(capture.path("sessionRemoved").asBoolean()).isTrue();
        assertThat(capture.at("/evidence/0/packets").asLong()).isPositive();
        assertThat(capture.at("/evidence/0/sha256").asText()).hasSize(64);
        assertThat(capture.path("verdict").asText()).contains("10.2.0.4:1433");
    }

    private static Path program(String name) {
        for (String entry : System.getenv("PATH").split(":", -1)) {
            Path file = Path.of(entry, name);
            if (Files.isExecutable(file)) {
                return file;
            }
        }
        throw new IllegalStateException("no " + name + " on the PATH");
    }
}
