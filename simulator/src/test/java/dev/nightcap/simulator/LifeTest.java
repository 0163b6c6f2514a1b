package dev.nightcap.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Starting and ending, and what is refused before anything is started. */
class LifeTest {

    @TempDir
    private Path folder;

    private Process process(Path state) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName(),
                        state.toString(),
                        folder.resolve("journal.jsonl").toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    @Test
    void takes_azurite_along_when_it_is_killed() throws Exception {
        Path state = folder.resolve("state.json");
        Process process = process(state);
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            assertThat(lines.readLine()).contains("\"arm\"");
            List<ProcessHandle> children = process.descendants().toList();
            assertThat(children).isNotEmpty().allMatch(ProcessHandle::isAlive);
            process.destroyForcibly().waitFor();
            ArmClient.until(() -> children, all -> all.stream().noneMatch(ProcessHandle::isAlive));
        } finally {
            process.destroyForcibly();
        }
    }

    @Test
    void takes_its_state_away_when_the_process_is_told_to_end() throws Exception {
        Path state = folder.resolve("state.json");
        Process process = process(state);
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            assertThat(lines.readLine()).contains("\"arm\"");
            assertThat(state).exists();
            process.destroy();
            process.waitFor();
            assertThat(state).doesNotExist();
        } finally {
            process.destroyForcibly();
        }
    }

    @Test
    void names_every_fault_of_its_options() {
        SimulatorOptions good = SimulatorOptions.defaults();
        assertThatThrownBy(() -> new SimulatorOptions(
                        new SimulatorOptions.Ports(-1, 70_000, 0),
                        new SimulatorOptions.Pace(Duration.ofSeconds(-1), Duration.ZERO, 1, 0),
                        good.given(),
                        good.left(),
                        folder,
                        line -> {}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll("port: must be", "blob-port: must be", "latency: must", "speed: must");
    }

    @Test
    void says_what_is_wrong_with_a_world_before_anything_is_started() throws Exception {
        Path world = Files.writeString(
                folder.resolve("w.json"),
                "{\"tenant\":\"t\",\"virtualMachines\":[{\"name\":\"a\",\"story\":\"sad\",\"color\":1}]}");
        assertThatThrownBy(() -> Simulator.start(SimulatorOptions.defaults().withWorld(world)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll(
                        "world.subscription: missing",
                        "virtualMachines[0].resourceGroup: missing",
                        "virtualMachines[0].story: must be one of",
                        "virtualMachines[0].color: unknown");
    }

    @Test
    void hands_out_tokens_to_those_who_know_the_header() throws Exception {
        try (Simulator simulator = Simulator.start(SimulatorOptions.defaults())) {
            ArmClient client = new ArmClient(simulator.state());
            assertThat(client.token("https://management.core.windows.net/").split("\\.", -1))
                    .hasSize(3)
                    .doesNotContain("");
            assertThat(client.send(HttpRequest.newBuilder(
                                    URI.create(simulator.state().identity() + "?resource=x")))
                            .statusCode())
                    .isEqualTo(401);
        }
    }

    @Test
    void knows_the_default_world() throws Exception {
        try (Simulator simulator = Simulator.start(SimulatorOptions.defaults())) {
            ArmClient client = new ArmClient(simulator.state());
            String compute = Captures.GROUP + "Microsoft.Compute/";
            assertThat(client.get(compute + "virtualMachines/off-01?$expand=instanceView&api-version=2024-07-01")
                            .body())
                    .contains("PowerState/deallocated");
            assertThat(client.get(compute + "virtualMachines/bare-01/extensions?api-version=2024-07-01")
                            .body())
                    .isEqualTo("{\"value\":[]}");
            assertThat(client.get(compute + "virtualMachines/db-01/extensions?api-version=2024-07-01")
                            .body())
                    .contains("NetworkWatcherAgentWindows");
            assertThat(client.get((compute + "virtualMachines/aks-01?api-version=2024-07-01")
                                    .replace("/night/", "/MC_night_k8s_eastus2/"))
                            .body())
                    .contains("aks-managed-poolName");
            assertThat(ArmClient.json(
                                    client.get(
                                            compute
                                                    + "virtualMachineScaleSets/fleet/virtualMachines?$expand=instanceView&api-version=2024-07-01"))
                            .path("value"))
                    .hasSize(3);
            assertThat(client.get(Captures.GROUP
                                    + "Microsoft.Storage/storageAccounts/farawayevidence?api-version=2023-01-01")
                            .body())
                    .contains("westeurope");
            assertThat(client.send(
                                    "POST",
                                    Captures.GROUP
                                            + "Microsoft.Storage/storageAccounts/nightcapevidence/listKeys?api-version=2023-01-01",
                                    "")
                            .body())
                    .contains(simulator.state().accountKey());
            assertThat(client.get("/tenants?api-version=2022-12-01").body())
                    .contains("7a1c0000-0000-4000-8000-0000000000aa");
        }
    }
}
