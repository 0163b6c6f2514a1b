package dev.nightcap.starter.captures;

import dev.nightcap.starter.config.Sizes;
import dev.nightcap.starter.terminal.Complaint;
import dev.nightcap.starter.terminal.ExitCode;
import dev.nightcap.workflows.capture.CaptureProgress;
import dev.nightcap.workflows.capture.CaptureRequest;
import dev.nightcap.workflows.capture.LivePage;
import dev.nightcap.workflows.capture.NetworkCapture;
import dev.nightcap.workflows.capture.PacketFilter;
import dev.nightcap.workflows.capture.Phase;
import dev.nightcap.workflows.capture.Visibility;
import dev.nightcap.workflows.target.CaptureId;
import io.temporal.api.enums.v1.WorkflowExecutionStatus;
import io.temporal.api.enums.v1.WorkflowIdConflictPolicy;
import io.temporal.api.enums.v1.WorkflowIdReusePolicy;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowExecutionAlreadyStarted;
import io.temporal.client.WorkflowExecutionDescription;
import io.temporal.client.WorkflowNotFoundException;
import io.temporal.client.WorkflowOptions;
import java.time.Clock;
import java.util.Optional;
import java.util.stream.Collectors;

/** Captures, as a client of Temporal starts, follows and ends them. */
public final class Captures {
    private final Temporal temporal;
    private final Clock clock;
    private final Runs runs;
    private final FreshNamespace fresh;

    public Captures(Temporal temporal, Columns columns, Clock clock) {
        this.temporal = temporal;
        this.clock = clock;
        this.runs = new Runs(temporal);
        this.fresh = new FreshNamespace(temporal, columns);
    }

    /**
     * Starts a capture, or joins the one of the same target that runs if it asks for the same packets.
     *
     * @param join whether to join it also if it asks for others
     * @throws Complaint if one runs that cannot be joined
     */
    public Follower start(CaptureRequest request, boolean join) {
        String workflowId = CaptureId.workflowId(request.target());
        NetworkCapture capture = temporal.client()
                .newWorkflowStub(
                        NetworkCapture.class,
                        WorkflowOptions.newBuilder()
                                .setWorkflowId(workflowId)
                                .setTaskQueue(NetworkCapture.TASK_QUEUE)
                                .setWorkflowIdConflictPolicy(WorkflowIdConflictPolicy.WORKFLOW_ID_CONFLICT_POLICY_FAIL)
                                .setWorkflowIdReusePolicy(
                                        WorkflowIdReusePolicy.WORKFLOW_ID_REUSE_POLICY_ALLOW_DUPLICATE)
                                .setTypedSearchAttributes(Visibility.ofCapture(request))
                                .setStaticSummary(LivePage.summary(request))
                                .setStaticDetails(LivePage.request(request))
                                .build());
        String id = CaptureId.publicId(workflowId);
        try {
            String runId = fresh.retrying(() -> WorkflowClient.start(capture::run, request))
                    .getRunId();
            return follower(new CaptureRef(id, runId), request, false);
        } catch (WorkflowExecutionAlreadyStarted running) {
            return join(new CaptureRef(id, running.getExecution().getRunId()), request, join);
        }
    }

    private Follower join(CaptureRef run, CaptureRequest wanted, boolean anyway) {
        CaptureRequest running = runs.request(run);
        if (!phase(run).takesPackets()) {
            throw Complaint.of(
                    ExitCode.FAILED,
                    "just-ending",
                    "a capture of " + wanted.target().shortName() + " is just ending: it takes no more packets",
                    "try again in a moment; nightcap watch " + run.id() + " shows its end");
        }
        if (!anyway && !running.asksTheSameAs(wanted)) {
            throw Complaint.of(
                    ExitCode.REFUSED,
                    "other-limits",
                    "a capture of " + wanted.target().shortName() + " is running that asks for something else: "
                            + limits(running) + " (asked for by "
                            + running.askedBy().described() + ")",
                    "add --join to join it as it is; nightcap watch " + run.id() + " shows it");
        }
        return follower(run, running, true);
    }

    /** By the workflow itself; where no worker answers, by what Temporal knows. */
    private Phase phase(CaptureRef run) {
        try {
            return runs.progress(run).phase();
        } catch (RuntimeException noWorker) {
            return Runs.phase(runs.describe(run));
        }
    }

    private static String limits(CaptureRequest request) {
        return request.limits().duration().toSeconds() + " s, "
                + Sizes.show(request.limits().totalBytes()) + ", "
                + (request.filters().isEmpty()
                        ? "every packet"
                        : request.filters().stream().map(PacketFilter::toString).collect(Collectors.joining(" or ")));
    }

    /**
     * Follows a capture.
     *
     * @throws Complaint if there is none of that name
     */
    public Follower follow(CaptureRef ref) {
        CaptureRef run = newest(runs.describe(ref), ref);
        return follower(run, runs.request(run), false);
    }

    /** How a capture stands, as it says itself; empty if there is none of that name. */
    public Optional<CaptureProgress> progress(CaptureRef ref) {
        try {
            return Optional.of(runs.progress(ref));
        } catch (WorkflowNotFoundException unknown) {
            return Optional.empty();
        }
    }

    /** Asks a running capture to end early and keep its evidence; false if it has ended already. */
    public boolean stop(CaptureRef ref, String by) {
        WorkflowExecutionDescription description = runs.describe(ref);
        if (!isRunning(description)) {
            return false;
        }
        runs.stub(newest(description, ref)).signal("stop", by);
        return true;
    }

    /** Asks a running capture to end and keep nothing; false if it has ended already. */
    public boolean cancel(CaptureRef ref) {
        WorkflowExecutionDescription description = runs.describe(ref);
        if (!isRunning(description)) {
            return false;
        }
        runs.stub(newest(description, ref)).cancel();
        return true;
    }

    private Follower follower(CaptureRef run, CaptureRequest request, boolean joined) {
        return new Follower(runs, temporal.client().getOptions().getDataConverter(), clock, run, request, joined);
    }

    /** Pins the run, so that a later one is not mistaken for it. */
    private static CaptureRef newest(WorkflowExecutionDescription description, CaptureRef ref) {
        return new CaptureRef(ref.id(), description.getExecution().getRunId());
    }

    private static boolean isRunning(WorkflowExecutionDescription description) {
        return description.getStatus() == WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_RUNNING;
    }
}
