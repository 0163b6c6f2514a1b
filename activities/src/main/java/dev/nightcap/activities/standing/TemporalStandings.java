package dev.nightcap.activities.standing;

import dev.nightcap.workflows.alert.Standings;
import dev.nightcap.workflows.capture.Visibility;
import dev.nightcap.workflows.target.CaptureId;
import io.temporal.api.enums.v1.WorkflowExecutionStatus;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowExecutionDescription;
import io.temporal.client.WorkflowNotFoundException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Asks Temporal, which knows best, and knows it for its retention only. */
public final class TemporalStandings implements Standings {
    private static final Set<String> TAKING_PACKETS = Set.of("prepare", "start", "capturing");

    private final WorkflowClient client;

    public TemporalStandings(WorkflowClient client) {
        this.client = client;
    }

    @Override
    public Standing describeCapture(String captureId) {
        try {
            return standing(
                    client.newUntypedWorkflowStub(CaptureId.PREFIX + captureId).describe());
        } catch (WorkflowNotFoundException none) {
            return new Standing(State.NONE, null, null, null);
        }
    }

    private static Standing standing(WorkflowExecutionDescription run) {
        return new Standing(
                state(run.getStatus(), run.getTypedSearchAttributes().get(Visibility.PHASE)),
                run.getExecution().getRunId(),
                run.getTypedSearchAttributes().get(Visibility.ALERT_RULE),
                run.getCloseTime());
    }

    private static State state(WorkflowExecutionStatus status, @Nullable String phase) {
        return switch (status) {
            case WORKFLOW_EXECUTION_STATUS_RUNNING ->
                phase == null || TAKING_PACKETS.contains(phase) ? State.TAKING : State.ENDING;
            case WORKFLOW_EXECUTION_STATUS_COMPLETED -> State.ENDED;
            default -> State.FAILED;
        };
    }
}
