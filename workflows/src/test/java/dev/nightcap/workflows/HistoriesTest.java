package dev.nightcap.workflows;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nightcap.workflows.alert.AlertResponseWorkflow;
import dev.nightcap.workflows.capture.NetworkCaptureWorkflow;
import io.temporal.testing.WorkflowReplayer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Runs that are under way must go on after an update: the code of today replays the histories of before. */
final class HistoriesTest {
    static List<Path> histories() throws IOException {
        try (Stream<Path> files = Files.list(Histories.FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("histories")
    void replays(Path history) throws Exception {
        WorkflowReplayer.replayWorkflowExecution(
                Files.readString(history), NetworkCaptureWorkflow.class, AlertResponseWorkflow.class);
    }

    @Test
    void there_is_a_history_for_every_outcome() throws IOException {
        assertThat(histories())
                .extracting(file -> file.getFileName().toString())
                .contains(
                        "captured.json",
                        "empty.json",
                        "damaged.json",
                        "missing.json",
                        "unverified.json",
                        "cancelled.json",
                        "failed.json",
                        "stopped.json",
                        "alert-started.json",
                        "alert-joined.json",
                        "alert-suppressed.json");
    }
}
