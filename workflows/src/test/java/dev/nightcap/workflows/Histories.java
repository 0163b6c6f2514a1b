package dev.nightcap.workflows;

import io.temporal.api.common.v1.WorkflowExecution;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.testing.TestEnvironmentOptions;
import io.temporal.testing.TestWorkflowEnvironment;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Histories of the paths through each workflow, replayed on every build. Written anew only by
 * {@code mvn -pl workflows test -Dnightcap.histories=write}, with the difference reviewed; from the first release tag
 * on never.
 */
public final class Histories {
    public static final Path FOLDER = Path.of("src/test/resources/histories");

    private Histories() {}

    /** A test environment whose histories name no machine. */
    public static TestWorkflowEnvironment environment() {
        return TestWorkflowEnvironment.newInstance(TestEnvironmentOptions.newBuilder()
                .setWorkflowClientOptions(
                        WorkflowClientOptions.newBuilder().setIdentity("test").build())
                .build());
    }

    /** Keeps the history of a run under a name, if this build was told to write histories. */
    public static void keep(WorkflowClient client, String name, String workflowId) {
        if (!"write".equals(System.getProperty("nightcap.histories"))) {
            return;
        }
        WorkflowExecution run =
                WorkflowExecution.newBuilder().setWorkflowId(workflowId).build();
        String json = client.fetchHistory(run.getWorkflowId()).toJson(true);
        try {
            Files.writeString(FOLDER.resolve(name + ".json"), json + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
