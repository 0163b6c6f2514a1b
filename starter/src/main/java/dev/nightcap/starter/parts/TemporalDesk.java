package dev.nightcap.starter.parts;

import dev.nightcap.receiver.Desk;
import dev.nightcap.receiver.DeskClosed;
import dev.nightcap.receiver.Receipt;
import dev.nightcap.workflows.alert.Alert;
import dev.nightcap.workflows.alert.AlertResponse;
import dev.nightcap.workflows.alert.Decision;
import dev.nightcap.workflows.alert.DecisionPage;
import dev.nightcap.workflows.capture.CaptureProgress;
import dev.nightcap.workflows.capture.NetworkCapture;
import dev.nightcap.workflows.capture.Visibility;
import dev.nightcap.workflows.target.CaptureId;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.temporal.api.enums.v1.WorkflowIdReusePolicy;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowExecutionAlreadyStarted;
import io.temporal.client.WorkflowNotFoundException;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.WorkflowServiceException;
import io.temporal.client.WorkflowTargetOptions;
import io.temporal.common.SearchAttributes;
import java.util.Optional;
import java.util.concurrent.Callable;

/** Where the receiver's orders become workflows. */
public final class TemporalDesk implements Desk {
    private final WorkflowClient client;

    public TemporalDesk(WorkflowClient client) {
        this.client = client;
    }

    /** The id derives from the delivery key and is never used again: a further delivery finds the first one's. */
    @Override
    public Receipt accept(AlertResponse.Order order) throws DeskClosed {
        Alert alert = order.alert();
        AlertResponse response = client.newWorkflowStub(
                AlertResponse.class,
                WorkflowOptions.newBuilder()
                        .setWorkflowId(Alert.workflowId(alert.id()))
                        .setWorkflowIdReusePolicy(WorkflowIdReusePolicy.WORKFLOW_ID_REUSE_POLICY_REJECT_DUPLICATE)
                        .setTaskQueue(NetworkCapture.TASK_QUEUE)
                        .setTypedSearchAttributes(Visibility.withRule(SearchAttributes.newBuilder(), alert.rule())
                                .build())
                        .setStaticSummary(DecisionPage.summary(alert))
                        .build());
        return reached(() -> {
            try {
                WorkflowClient.start(response::respond, order);
                return new Receipt(alert.id(), false);
            } catch (WorkflowExecutionAlreadyStarted before) {
                return new Receipt(alert.id(), true);
            }
        });
    }

    @Override
    public Optional<Decision> decision(String alertId) throws DeskClosed {
        return asked(Alert.workflowId(alertId), Optional.empty(), "decision", Decision.class);
    }

    @Override
    public Optional<CaptureProgress> capture(String captureId) throws DeskClosed {
        int run = captureId.indexOf('@');
        String id = run < 0 ? captureId : captureId.substring(0, run);
        Optional<String> runId = run < 0 ? Optional.empty() : Optional.of(captureId.substring(run + 1));
        return asked(CaptureId.PREFIX + id, runId, "progress", CaptureProgress.class);
    }

    @Override
    public boolean ready() {
        try {
            return client.getWorkflowServiceStubs()
                    .healthCheck()
                    .getStatus()
                    .name()
                    .equals("SERVING");
        } catch (StatusRuntimeException e) {
            return false;
        }
    }

    private <T> Optional<T> asked(String workflowId, Optional<String> runId, String query, Class<T> type)
            throws DeskClosed {
        WorkflowTargetOptions.Builder target =
                WorkflowTargetOptions.newBuilder().setWorkflowId(workflowId);
        runId.ifPresent(target::setRunId);
        return reached(() -> {
            try {
                return Optional.of(client.newUntypedWorkflowStub(target.build(), Optional.empty())
                        .query(query, type));
            } catch (WorkflowNotFoundException unknown) {
                return Optional.empty();
            }
        });
    }

    private static <T> T reached(Callable<T> call) throws DeskClosed {
        try {
            return call.call();
        } catch (WorkflowServiceException | StatusRuntimeException e) {
            throw new DeskClosed("Temporal did not answer: " + status(e), e);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("a Temporal client throws no checked exceptions", e);
        }
    }

    private static Status.Code status(Exception failure) {
        Throwable grpc = failure instanceof StatusRuntimeException ? failure : failure.getCause();
        return grpc instanceof StatusRuntimeException answered
                ? answered.getStatus().getCode()
                : Status.Code.UNKNOWN;
    }
}
