package dev.nightcap.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nightcap.workflows.capture.CaptureRequest;
import dev.nightcap.workflows.capture.CaptureResult;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Every trouble that the simulator can make, each on a machine of its own, all side by side: each capture ends with the
 * right outcome, reason and sentence, with one effective PUT and nothing left behind.
 */
final class FaultsTest {
    private static final Duration DURATION = Duration.ofSeconds(4);

    /**
     * @param machine the name of the trouble and of the machine that has it
     * @param faults rules of the simulator, each {@code fault | where}
     * @param ending outcome and reason
     * @param sentence a part of it
     */
    private record Trouble(String machine, List<String> faults, String ending, String sentence) {}

    private static final List<Trouble> TROUBLES = List.of(
            trouble("healthy", "captured evidence-verified", "read back whole"),
            trouble(
                    "reset-after-put",
                    "captured evidence-verified",
                    "read back whole",
                    create("\"times\": 1, \"fault\": {\"type\": \"reset\"}")),
            trouble(
                    "reset-after-delete",
                    "captured evidence-verified",
                    "read back whole",
                    on("packetCaptures.delete", "\"times\": 1, \"fault\": {\"type\": \"reset\"}")),
            trouble(
                    "stalled",
                    "captured evidence-verified",
                    "read back whole",
                    create("\"times\": 1, \"fault\": {\"type\": \"stall\", \"by\": \"3s\"}")),
            trouble(
                    "throttled",
                    "captured evidence-verified",
                    "read back whole",
                    create("\"times\": 2, \"fault\": {\"type\": \"refuse\", \"status\": 429, \"retryAfter\": 1}"),
                    on(
                            "packetCaptures.queryStatus",
                            "\"times\": 2, \"fault\": {\"type\": \"refuse\", \"status\": 429, \"retryAfter\": 1}")),
            trouble(
                    "unavailable",
                    "captured evidence-verified",
                    "read back whole",
                    create("\"times\": 1, \"fault\": {\"type\": \"refuse\", \"status\": 503}"),
                    on("packetCaptures.delete", "\"times\": 1, \"fault\": {\"type\": \"refuse\", \"status\": 500}")),
            trouble(
                    "locked",
                    "captured evidence-verified",
                    "read back whole",
                    create("\"times\": 1, \"fault\": {\"type\": \"refuse\", \"status\": 409,"
                            + " \"code\": \"AnotherOperationInProgress\"}")),
            trouble(
                    "forbidden",
                    "failed not-permitted",
                    "packetCaptures/write",
                    create("\"fault\": {\"type\": \"refuse\", \"status\": 403, \"message\": \"The client does not have"
                            + " authorization to perform action 'Microsoft.Network/networkWatchers/packetCaptures/write'"
                            + " over scope.\"}")),
            trouble(
                    "malformed",
                    "failed request-invalid",
                    "",
                    create("\"fault\": {\"type\": \"refuse\", \"status\": 400, \"code\": \"InvalidRequestFormat\"}")),
            trouble(
                    "start-failed",
                    "failed start-failed",
                    "VMAgentBusy",
                    create("\"fault\": {\"type\": \"failed\", \"operation\": \"create\", \"code\": \"VMAgentBusy\","
                            + " \"message\": \"The agent is busy.\"}")),
            trouble(
                    "agent-stopped",
                    "failed agent-stopped",
                    "AgentStopped",
                    create(
                            "\"fault\": {\"type\": \"captureError\", \"errors\": [\"AgentStopped\"], \"after\": \"1s\"}")),
            trouble(
                    "storage-failed",
                    "failed storage-failed",
                    "StorageFailed",
                    create(
                            "\"fault\": {\"type\": \"captureError\", \"errors\": [\"StorageFailed\"], \"after\": \"1s\"}"),
                    create("\"fault\": {\"type\": \"blobNever\"}")),
            trouble(
                    "blob-late",
                    "captured evidence-verified",
                    "read back whole",
                    create("\"fault\": {\"type\": \"blobLate\", \"by\": \"5s\"}")),
            trouble(
                    "blob-never",
                    "missing file-missing",
                    "no file arrived",
                    create("\"fault\": {\"type\": \"blobNever\"}")),
            trouble("blob-empty", "damaged file-empty", "no byte", create("\"fault\": {\"type\": \"blobEmpty\"}")),
            trouble(
                    "blob-cut",
                    "damaged file-cut-short",
                    "cut short",
                    create("\"fault\": {\"type\": \"blobCut\", \"bytes\": 2001}")),
            trouble(
                    "quota-for-a-while",
                    "captured evidence-verified",
                    "read back whole",
                    create("\"for\": \"6s\", \"fault\": {\"type\": \"quota\", \"sessions\": 0}")));

    private static Stage stage;
    private static final Map<Trouble, String> runs = new LinkedHashMap<>();

    @BeforeAll
    static void startEverything() {
        List<Stage.Machine> machines = TROUBLES.stream()
                .map(t -> new Stage.Machine(t.machine, "no-syn-ack"))
                .toList();
        List<String> rules = new ArrayList<>();
        for (Trouble trouble : TROUBLES) {
            for (String fault : trouble.faults) {
                rules.add("{\"name\": \"%s-%d\", \"target\": \"/%s$\", %s}"
                        .formatted(trouble.machine, rules.size(), trouble.machine, fault));
            }
        }
        stage = Stage.start(machines, rules);
        for (Trouble trouble : TROUBLES) {
            CaptureRequest request = stage.request(trouble.machine, DURATION, Duration.ofSeconds(12));
            runs.put(trouble, stage.startCapture(request));
        }
    }

    @AfterAll
    static void closeEverything() {
        if (stage != null) {
            stage.close();
        }
    }

    @TestFactory
    Stream<DynamicTest> each_trouble_ends_as_it_should() {
        return TROUBLES.stream()
                .map(trouble -> DynamicTest.dynamicTest(trouble.machine, () -> {
                    CaptureResult result = stage.result(runs.get(trouble));

                    assertThat(result.outcome().code() + " " + result.reason().code())
                            .as(result.sentence())
                            .isEqualTo(trouble.ending);
                    assertThat(result.sentence()).contains(trouble.sentence);
                    assertThat(result.sessionRemoved()).isTrue();
                    assertThat(result.leftBehind()).isEmpty();
                    assertThat(stage.sessionsOf(trouble.machine)).isEmpty();
                    assertThat(stage.namesPut(trouble.machine)).hasSizeLessThanOrEqualTo(1);
                    assertThat(stage.effectivePuts(trouble.machine)).isLessThanOrEqualTo(1);
                }));
    }

    private static Trouble trouble(String machine, String ending, String sentence, String... faults) {
        return new Trouble(machine, List.of(faults), ending, sentence);
    }

    private static String create(String rest) {
        return on("packetCaptures.create", rest);
    }

    private static String on(String operation, String rest) {
        return "\"on\": \"%s\", %s".formatted(operation, rest);
    }
}
