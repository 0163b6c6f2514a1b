package dev.nightcap.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.nightcap.simulator.web.Json;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real {@code az}, unmodified, drives a capture from create to delete. */
class RealAzTest {

    @TempDir
    private Path folder;

    private record Ran(int exit, String out, String err) {
        JsonNode json() {
            return Json.read(out);
        }
    }

    private static Optional<Path> az() {
        return Pattern.compile(Pattern.quote(File.pathSeparator))
                .splitAsStream(System.getenv("PATH"))
                .map(directory -> Path.of(directory, "az"))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private Ran az(SimulatorState state, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(az().orElseThrow().toString()));
        command.addAll(List.of(arguments));
        Path out = Files.createTempFile(folder, "az", ".out");
        Path err = Files.createTempFile(folder, "az", ".err");
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
        builder.environment().put("AZURE_CONFIG_DIR", folder.resolve("config").toString());
        builder.environment().put("REQUESTS_CA_BUNDLE", state.ca());
        builder.environment().put("IDENTITY_ENDPOINT", state.identity());
        builder.environment().put("IDENTITY_HEADER", state.identityHeader());
        builder.environment().put("AZURE_CORE_COLLECT_TELEMETRY", "false");
        Process process = builder.start();
        try {
            assertThat(process.waitFor(120, TimeUnit.SECONDS)).as("az ends").isTrue();
        } finally {
            process.destroyForcibly();
        }
        return new Ran(process.exitValue(), Files.readString(out), Files.readString(err));
    }

    private Ran capture(SimulatorState state, String action, String... more) throws IOException, InterruptedException {
        List<String> arguments = new ArrayList<>(List.of("network", "watcher", "packet-capture", action));
        arguments.addAll(List.of(more));
        arguments.addAll(List.of("-o", "json"));
        return az(state, arguments.toArray(new String[0]));
    }

    private void logIn(SimulatorState state) throws IOException, InterruptedException {
        String arm = state.arm();
        az(
                state,
                "cloud",
                "register",
                "-n",
                "sim",
                "--skip-endpoint-discovery",
                "--endpoint-resource-manager",
                arm,
                "--endpoint-management",
                arm,
                "--endpoint-active-directory",
                arm,
                "--endpoint-active-directory-resource-id",
                "https://management.core.windows.net/",
                "--endpoint-active-directory-graph-resource-id",
                "https://graph.windows.net/",
                "--suffix-storage-endpoint",
                "core.windows.net");
        az(state, "cloud", "set", "-n", "sim");
        Ran login = az(state, "login", "--identity");
        assertThat(login.exit()).as(login.err()).isZero();
    }

    @Test
    void drives_a_capture_from_create_to_delete() throws Exception {
        assumeTrue(az().isPresent(), "az is not on the PATH: the real client is not tested");
        String[] held = {"--location", "eastus2", "-n", "held-1"};
        try (Simulator simulator = Simulator.start(SimulatorOptions.defaults())) {
            SimulatorState state = simulator.state();
            logIn(state);
            Ran created = capture(
                    state,
                    "create",
                    "-g",
                    "night",
                    "--vm",
                    "web-01",
                    "-n",
                    "held-1",
                    "--storage-account",
                    "nightcapevidence",
                    "--time-limit",
                    "600");
            assertThat(created.exit()).as(created.err()).isZero();
            assertThat(created.json().path("provisioningState").asText()).isEqualTo("Succeeded");
            assertThat(capture(state, "show-status", held)
                            .json()
                            .path("packetCaptureStatus")
                            .asText())
                    .isEqualTo("Running");
            assertThat(capture(state, "list", "--location", "eastus2")
                            .json()
                            .get(0)
                            .path("name")
                            .asText())
                    .isEqualTo("held-1");
            assertThat(capture(state, "stop", held).exit()).isZero();
            assertThat(capture(state, "show-status", held)
                            .json()
                            .path("stopReason")
                            .asText())
                    .isEqualTo("Manual");
            assertThat(capture(state, "show", held)
                            .json()
                            .at("/storageLocation/storagePath")
                            .asText())
                    .matches(".*/network-watcher-logs/subscriptions/.*/packetcapture_[0-9_]+\\.cap");
            assertThat(capture(state, "delete", held).exit()).isZero();
            Ran missing = capture(state, "show", held);
            assertThat(missing.exit()).isEqualTo(3);
            assertThat(missing.err()).contains("NotFound");
        }
    }
}
