package dev.nightcap.starter.captures;

import dev.nightcap.starter.terminal.Complaint;
import dev.nightcap.workflows.capture.CaptureProgress;
import dev.nightcap.workflows.capture.CaptureRequest;
import dev.nightcap.workflows.capture.CaptureResult;
import dev.nightcap.workflows.capture.NetworkCapture;
import dev.nightcap.workflows.capture.Outcome;
import dev.nightcap.workflows.capture.Phase;
import dev.nightcap.workflows.capture.Reason;
import dev.nightcap.workflows.capture.Visibility;
import io.temporal.api.common.v1.WorkflowExecution;
import io.temporal.api.enums.v1.WorkflowExecutionStatus;
import io.temporal.client.WorkflowExecutionDescription;
import io.temporal.client.WorkflowFailedException;
import io.temporal.client.WorkflowNotFoundException;
import io.temporal.client.WorkflowStub;
import io.temporal.client.WorkflowTargetOptions;
import io.temporal.failure.ApplicationFailure;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** One run of a capture, read from Temporal; where nothing else is said, without any worker's help. */
final class Runs {
    private final Temporal temporal;

    Runs(Temporal temporal) {
        this.temporal = temporal;
    }

    /** @throws Complaint if there is no such capture */
    WorkflowExecutionDescription describe(CaptureRef ref) {
        try {
            WorkflowExecutionDescription description = stub(ref).describe();
            if (!description.getWorkflowType().equals(NetworkCapture.class.getSimpleName())) {
                throw noCapture(ref);
            }
            return description;
        } catch (WorkflowNotFoundException e) {
            throw noCapture(ref);
        }
    }

    static Complaint noCapture(CaptureRef ref) {
        return Complaint.notFound("no capture " + ref + " is known to Temporal", "nightcap list shows those that are");
    }

    /** What was asked for: the argument in the run's first event. */
    CaptureRequest request(CaptureRef run) {
        return new FirstEvent(temporal).input(execution(run), CaptureRequest.class);
    }

    /** Asks the workflow itself, which needs a worker; fails after seconds where there is none. */
    CaptureProgress progress(CaptureRef run) {
        return stub(run).query("progress", CaptureProgress.class);
    }

    /** The result of a run that has ended. */
    CaptureResult result(CaptureRef run, WorkflowExecutionStatus status) {
        try {
            return stub(run).getResult(10, TimeUnit.SECONDS, CaptureResult.class);
        } catch (TimeoutException e) {
            throw Complaint.unreachable("Temporal does not hand out the result of " + run, null, e);
        } catch (WorkflowFailedException e) {
            if (e.getCause() instanceof ApplicationFailure failure
                    && failure.getType().equals(NetworkCapture.FAILURE_TYPE)) {
                CaptureResult result = failure.getDetails().get(CaptureResult.class);
                if (result != null) {
                    return result;
                }
            }
            return status == WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_CANCELED
                    ? ofCancelled(run)
                    : bare(Outcome.FAILED, Reason.INTERNAL, "its workflow ended without a result: " + words(status));
        }
    }

    /** A canceled run hands out no result; its worker still knows it. */
    private CaptureResult ofCancelled(CaptureRef run) {
        try {
            CaptureResult told = progress(run).result();
            if (told != null) {
                return told;
            }
        } catch (RuntimeException noWorker) {
            // what Temporal itself knows has to do
        }
        return bare(Outcome.CANCELLED, Reason.CANCELLED_BY_PERSON, "cancelled; nothing was kept");
    }

    /** A phase as Temporal's own columns have it: it may lag behind, and needs no worker. */
    static Phase phase(WorkflowExecutionDescription description) {
        String code = description.getTypedSearchAttributes().get(Visibility.PHASE);
        for (Phase phase : Phase.values()) {
            if (phase.code().equals(code)) {
                return phase;
            }
        }
        return Phase.PREPARE;
    }

    WorkflowStub stub(CaptureRef ref) {
        WorkflowTargetOptions.Builder target =
                WorkflowTargetOptions.newBuilder().setWorkflowId(ref.workflowId());
        ref.run().ifPresent(target::setRunId);
        return temporal.client()
                .newUntypedWorkflowStub(target.build(), Optional.of(NetworkCapture.class.getSimpleName()));
    }

    static WorkflowExecution execution(CaptureRef run) {
        return WorkflowExecution.newBuilder()
                .setWorkflowId(run.workflowId())
                .setRunId(run.run().orElse(""))
                .build();
    }

    private static String words(WorkflowExecutionStatus status) {
        return switch (status) {
            case WORKFLOW_EXECUTION_STATUS_TERMINATED ->
                "it was terminated, so its session may be left behind in Azure";
            case WORKFLOW_EXECUTION_STATUS_TIMED_OUT -> "it timed out";
            default -> "it failed";
        };
    }

    private static CaptureResult bare(Outcome outcome, Reason reason, String sentence) {
        return new CaptureResult(
                outcome,
                reason,
                sentence,
                null,
                null,
                null,
                List.of(),
                false,
                List.of(),
                List.of(),
                null,
                null,
                List.of(),
                "look at the run in the Temporal Web UI");
    }
}
