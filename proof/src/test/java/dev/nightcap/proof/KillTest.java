package dev.nightcap.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nightcap.workflows.capture.CaptureProgress;
import dev.nightcap.workflows.capture.CaptureResult;
import dev.nightcap.workflows.capture.Outcome;
import dev.nightcap.workflows.capture.Phase;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Captures are held in each phase, one machine for each, while a process is killed with -9 and started again: every one
 * goes on to its end, with one effective PUT, nothing left behind, and people told under one key.
 */
final class KillTest {
    private static final Duration DURATION = Duration.ofSeconds(5);

    /** A capture's file has more bytes than this, so that reading it through the pipe takes seconds. */
    private static final long SLOW_BYTES_PER_SECOND = 30_000;

    private static final Map<Phase, String> HOLDS = new LinkedHashMap<>();

    static {
        HOLDS.put(
                Phase.PREPARE,
                "\"path\": \"/virtualMachines/in-prepare\", \"fault\": {\"type\": \"refuse\", \"status\": 503}");
        HOLDS.put(Phase.START, hold("in-start", "create"));
        HOLDS.put(Phase.CAPTURING, hold("in-capturing", "running"));
        HOLDS.put(Phase.EVIDENCE, hold("in-evidence", "blob"));
        HOLDS.put(Phase.REMOVE, hold("in-remove", "delete"));
    }

    private final List<Phase> phases = List.of(
            Phase.PREPARE, Phase.START, Phase.CAPTURING, Phase.EVIDENCE, Phase.REMOVE, Phase.ANNOUNCE, Phase.READ);
    private final Map<Phase, String> runs = new LinkedHashMap<>();
    private Stage stage;
    private SlowPipe pipe;
    private Process worker;

    private static String hold(String machine, String what) {
        return "\"target\": \"/%s$\", \"fault\": {\"type\": \"hold\", \"what\": \"%s\"}".formatted(machine, what);
    }

    @BeforeEach
    void holdACaptureInEachPhase() throws IOException {
        stage = Stage.withoutWorker(
                phases.stream()
                        .map(phase -> new Stage.Machine(machine(phase), "no-syn-ack"))
                        .toList(),
                HOLDS.entrySet().stream()
                        .map(hold -> "{\"name\": \"%s\", %s}".formatted(machine(hold.getKey()), hold.getValue()))
                        .toList());
        stage.webhook().refuse(body -> body.contains("in-announce"));
        pipe = new SlowPipe(URI.create(stage.simulator().state().blob()).getPort(), SLOW_BYTES_PER_SECOND);
        worker = startWorker();
        for (Phase phase : phases) {
            runs.put(phase, stage.startCapture(stage.request(machine(phase), DURATION, Duration.ofMinutes(2))));
            if (phase == Phase.ANNOUNCE) {
                runs.keySet().forEach(this::awaitPhase);
            }
        }
        awaitPhase(Phase.READ);
    }

    @AfterEach
    void close() {
        if (pipe != null) {
            pipe.close();
        }
        if (stage != null) {
            stage.close();
        }
    }

    @Test
    void every_capture_survives_a_kill_of_the_worker() throws IOException {
        Processes.kill9(worker);
        worker = startWorker();

        release();

        runs.forEach(this::endsWell);
    }

    @Test
    void every_capture_survives_a_kill_of_the_temporal_server() {
        stage.temporal().kill9();
        stage.temporal().startAgain();

        release();

        runs.forEach(this::endsWell);
    }

    private void endsWell(Phase phase, String run) {
        CaptureResult result = stage.result(run);
        String machine = machine(phase);
        assertThat(result.outcome())
                .as("held in %s: %s", phase, result.sentence())
                .isEqualTo(Outcome.CAPTURED);
        assertThat(result.sessionRemoved()).as("held in %s", phase).isTrue();
        assertThat(result.leftBehind()).as("held in %s", phase).isEmpty();
        assertThat(stage.namesPut(machine))
                .as("names of PUTs, held in %s", phase)
                .hasSize(1);
        assertThat(stage.effectivePuts(machine))
                .as("effective PUTs, held in %s", phase)
                .isOne();
        assertThat(stage.sessionsOf(machine))
                .as("sessions left, held in %s", phase)
                .isEmpty();
        assertThat(stage.webhook().messages().stream()
                        .filter(message -> message.body().contains("/" + machine + "\""))
                        .map(Webhook.Message::key)
                        .distinct())
                .as("keys of messages, held in %s", phase)
                .hasSize(1);
    }

    private void release() {
        Consumer<String> lift = stage.simulator().scenario()::lift;
        HOLDS.keySet().forEach(phase -> lift.accept(machine(phase)));
        stage.webhook().refuse(body -> false);
    }

    private void awaitPhase(Phase phase) {
        Waiting.until(machine(phase) + " is held in " + phase, () -> {
            CaptureProgress progress = stage.progress(runs.get(phase));
            if (progress.result() != null) {
                throw new AssertionError(machine(phase) + " was not held: " + progress.result());
            }
            return progress.phase() == phase;
        });
    }

    private Process startWorker() throws IOException {
        Path state = stage.folder().resolve("slow.json");
        String throughPipe = Files.readString(stage.stateFile())
                .replaceFirst("(\"blob\":\"https://127\\.0\\.0\\.1:)\\d+", "$1" + pipe.port());
        Files.writeString(state, throughPipe);
        Path secret = Files.writeString(
                stage.folder().resolve("webhook-url"), stage.webhook().address().toString());
        Path config = Files.writeString(
                stage.folder().resolve("config.toml"),
                "[channels.ops]\ntype = \"webhook\"\nurl-file = \"%s\"\n".formatted(secret));
        return stage.processes()
                .nightcap(
                        "worker",
                        Map.of(
                                "NIGHTCAP_SIMULATOR", state.toString(),
                                "NIGHTCAP_CONFIG", config.toString(),
                                "TEMPORAL_ADDRESS", stage.temporal().address()),
                        "worker");
    }

    private static String machine(Phase phase) {
        return "in-" + phase.code();
    }
}
