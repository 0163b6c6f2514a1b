package dev.nightcap.workflows.alert;

import dev.nightcap.workflows.alert.Standings.Standing;
import dev.nightcap.workflows.alert.Standings.State;
import dev.nightcap.workflows.alert.TargetDecision.Action;
import dev.nightcap.workflows.capture.Asker;
import dev.nightcap.workflows.capture.CaptureRequest;
import dev.nightcap.workflows.capture.LivePage;
import dev.nightcap.workflows.capture.NetworkCapture;
import dev.nightcap.workflows.capture.Visibility;
import dev.nightcap.workflows.target.CaptureId;
import io.temporal.activity.ActivityOptions;
import io.temporal.api.common.v1.WorkflowExecution;
import io.temporal.api.enums.v1.ParentClosePolicy;
import io.temporal.client.WorkflowExecutionAlreadyStarted;
import io.temporal.common.RetryOptions;
import io.temporal.failure.ActivityFailure;
import io.temporal.failure.ChildWorkflowFailure;
import io.temporal.failure.TemporalFailure;
import io.temporal.workflow.Async;
import io.temporal.workflow.ChildWorkflowOptions;
import io.temporal.workflow.ExternalWorkflowStub;
import io.temporal.workflow.SignalExternalWorkflowException;
import io.temporal.workflow.Workflow;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One target of an alert: start a capture, join the one that runs, or suppress, and say why. */
final class TargetResponse {
    private final CaptureRequest request;
    private final String captureId;
    private final Standings standings = Workflow.newActivityStub(
            Standings.class,
            ActivityOptions.newBuilder()
                    .setStartToCloseTimeout(Duration.ofSeconds(10))
                    .setRetryOptions(RetryOptions.newBuilder()
                            .setInitialInterval(Duration.ofSeconds(1))
                            .setMaximumInterval(Duration.ofSeconds(30))
                            .build())
                    .setSummary("how does the latest capture of this target stand?")
                    .build());

    TargetResponse(CaptureRequest request) {
        this.request = request;
        this.captureId = CaptureId.of(request.target());
    }

    TargetDecision decide() {
        try {
            Standing before = standings.describeCapture(captureId);
            return mayStart(before) ? start() : answerTo(before);
        } catch (ActivityFailure failure) {
            return decision(Action.REFUSED, null, null, "nothing was started: " + failure.getMessage());
        }
    }

    private boolean mayStart(Standing standing) {
        return switch (standing.state()) {
            case NONE, FAILED -> true;
            case TAKING, ENDING -> false;
            case ENDED -> !now().isBefore(cooldownOf(standing));
        };
    }

    private TargetDecision start() {
        NetworkCapture child = Workflow.newChildWorkflowStub(
                NetworkCapture.class,
                ChildWorkflowOptions.newBuilder()
                        .setWorkflowId(CaptureId.PREFIX + captureId)
                        .setTaskQueue(NetworkCapture.TASK_QUEUE)
                        .setParentClosePolicy(ParentClosePolicy.PARENT_CLOSE_POLICY_ABANDON)
                        .setTypedSearchAttributes(Visibility.ofCapture(request))
                        .setStaticSummary(LivePage.summary(request))
                        .setStaticDetails(LivePage.request(request))
                        .build());
        Async.function(child::run, request);
        try {
            WorkflowExecution started = Workflow.getWorkflowExecution(child).get();
            return decision(
                    Action.STARTED,
                    started.getRunId(),
                    null,
                    "started capture " + captureId + " for "
                            + request.limits().duration().toSeconds() + " s");
        } catch (ChildWorkflowFailure failure) {
            if (failure.getCause() instanceof WorkflowExecutionAlreadyStarted) {
                return answerTo(standings.describeCapture(captureId));
            }
            return decision(Action.REFUSED, null, null, "the capture could not be started: " + failure.getMessage());
        }
    }

    private TargetDecision answerTo(Standing standing) {
        return standing.state() == State.TAKING && join(standing) ? joined(standing) : suppressed(standing);
    }

    /** The people of another rule are told too; those of the same rule are told anyway. */
    private boolean join(Standing standing) {
        Asker asker = request.askedBy();
        if (Objects.equals(asker.alertRule(), standing.rule())) {
            return true;
        }
        ExternalWorkflowStub running = Workflow.newUntypedExternalWorkflowStub(CaptureId.PREFIX + captureId);
        try {
            running.signal("alsoAskedBy", asker);
            return true;
        } catch (SignalExternalWorkflowException | TemporalFailure gone) {
            return false;
        }
    }

    private TargetDecision joined(Standing standing) {
        return decision(
                Action.JOINED,
                standing.runId(),
                null,
                "joined capture " + captureId + ", which is taking packets of " + name() + " already");
    }

    private TargetDecision suppressed(Standing standing) {
        Instant until = cooldownOf(standing);
        String why = standing.closedAt() == null
                ? "is just ending"
                : "ended at " + standing.closedAt().truncatedTo(ChronoUnit.SECONDS);
        return decision(
                Action.SUPPRESSED,
                standing.runId(),
                until,
                "suppressed until " + until.truncatedTo(ChronoUnit.SECONDS) + ": capture " + captureId + " of " + name()
                        + " " + why + ", and the cooldown is "
                        + request.policy().cooldown().toSeconds() + " s");
    }

    private Instant cooldownOf(Standing standing) {
        Instant end = standing.closedAt() == null ? now() : standing.closedAt();
        return end.plus(request.policy().cooldown());
    }

    private TargetDecision decision(Action action, @Nullable String runId, @Nullable Instant until, String sentence) {
        return new TargetDecision(request.target(), action, captureId, runId, until, sentence);
    }

    private String name() {
        return request.target().shortName();
    }

    private static Instant now() {
        return Instant.ofEpochMilli(Workflow.currentTimeMillis());
    }
}
