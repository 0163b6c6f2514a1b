package dev.nightcap.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.nightcap.simulator.web.Json;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Both recordings of real traffic, sent again to the simulator in a world made for them. What differs is named here.
 *
 * <p>One deviation is in the replay itself: how often a poll says {@code InProgress} is a matter of timing. Another is not
 * seen by it: such a poll carries {@code Retry-After} here and none in 2025, because without one the pollers of clients
 * wait 30 s.
 */
class ConformanceTest {

    private static final Map<String, String> OF_2020 = Map.of(
            "retry-after", "0 on everything is the recorder's doing; we send it where the 2025 recording has it",
            "server", "names the front end of 2020; 2025 does not show one",
            "transfer-encoding", "we send Content-Length, as 2025 does",
            "vary", "2025 does not have it",
            "content-length", "recorded of the body unpacked, beside transfer-encoding",
            "azure-asyncnotification", "new since",
            "x-ms-ratelimit-remaining-subscription-writes",
                    "queryStatus was counted as a write in 2020, as a read in 2025");

    private static final Map<String, String> OF_2025 = Map.of();

    @TempDir
    private Path folder;

    private Simulator simulator(String world) throws Exception {
        Path file = Files.writeString(folder.resolve("world.json"), world.replace('\'', '"'));
        return Simulator.start(SimulatorOptions.defaults()
                .withWorld(file)
                .withLatency(Duration.ofMillis(200))
                .withBlobDelay(Duration.ofMillis(10)));
    }

    @Test
    void answers_the_java_sdk_of_2020_as_azure_did() throws Exception {
        List<Recorded> recording = Recorded.java2020();
        try (Simulator simulator = simulator("""
                {'tenant': 't', 'subscription': '00000000-0000-0000-0000-000000000000',
                 'watchers': [{'resourceGroup': 'nw923478group', 'name': 'nw923478', 'location': 'southcentralus'}],
                 'virtualMachines': [{'resourceGroup': 'rg923478', 'name': 'vm26241874ab', 'location': 'southcentralus'}],
                 'storageAccounts': [{'resourceGroup': 'rg923478', 'name': 'sa923478', 'location': 'southcentralus'}]}
                """)) {
            Replay replay = new Replay(new ArmClient(simulator.state()), OF_2020);
            for (Recorded recorded : recording) {
                replay.exchange(recorded, recorded.method().equals("PUT") ? body2020() : "");
            }
        }
        assertThat(recording).hasSize(15);
    }

    @Test
    void answers_powershell_of_2025_as_azure_did() throws Exception {
        List<Recorded> recording = Recorded.powershell2025();
        try (Simulator simulator = simulator("""
                {'tenant': 't', 'subscription': 'e57a9016-b0a6-5887-b947-d7257435454f',
                 'watchers': [{'resourceGroup': 'NetworkWatcherRG', 'name': 'NetworkWatcher_westcentralus',
                   'location': 'westcentralus'}],
                 'virtualMachines': [{'resourceGroup': 'psnrp5324', 'name': 'psnrp9847', 'location': 'westcentralus',
                   'os': 'Windows'}]}
                """)) {
            Replay replay = new Replay(new ArmClient(simulator.state()), OF_2025);
            for (Recorded recorded : recording) {
                replay.exchange(recorded, recorded.method().equals("PUT") ? body2025() : "");
            }
        }
        assertThat(recording).hasSize(15);
    }

    private static String body2020() {
        ObjectNode root = Json.object();
        ObjectNode properties = root.putObject("properties")
                .put(
                        "target",
                        "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg923478/providers/Microsoft.Compute/virtualMachines/vm26241874ab")
                .put("timeLimitInSeconds", 1500);
        properties
                .putObject("storageLocation")
                .put(
                        "storageId",
                        "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg923478/providers/Microsoft.Storage/storageAccounts/sa923478");
        properties.putArray("filters").addObject().put("protocol", "TCP").put("localIPAddress", "127.0.0.1;127.0.0.5");
        return Json.compact(root);
    }

    private static String body2025() {
        return """
                {"properties": {"target": "/subscriptions/e57a9016-b0a6-5887-b947-d7257435454f/resourceGroups/psnrp5324/providers/Microsoft.Compute/virtualMachines/psnrp9847",
                 "targetType": "AzureVM", "storageLocation": {"localPath": "C:\\\\captures\\\\Capture.cap"},
                 "continuousCapture": true,
                 "captureSettings": {"fileCount": 2, "fileSizeInBytes": 102400, "sessionTimeLimitInSeconds": 60}}}
                """;
    }
}
