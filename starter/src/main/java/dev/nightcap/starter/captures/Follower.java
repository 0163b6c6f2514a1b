package dev.nightcap.starter.captures;

import dev.nightcap.starter.terminal.Complaint;
import dev.nightcap.starter.terminal.Sighting;
import dev.nightcap.workflows.capture.CaptureProgress;
import dev.nightcap.workflows.capture.CaptureRequest;
import dev.nightcap.workflows.capture.Progress;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.temporal.api.common.v1.Payloads;
import io.temporal.api.enums.v1.WorkflowExecutionStatus;
import io.temporal.api.workflow.v1.PendingActivityInfo;
import io.temporal.client.WorkflowExecutionDescription;
import io.temporal.common.converter.DataConverter;
import io.temporal.common.converter.DataConverterException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Looks at one run again and again. Survives a worker or a Temporal that is away for a while: the last sighting stands,
 * with the trouble beside it. Asks the workflow itself only after its history has grown: Temporal Cloud bills queries,
 * and a phase does not change without an event.
 */
public final class Follower {
    private static final Duration QUIET = Duration.ofSeconds(10);
    private static final Duration ASK_AGAIN = Duration.ofSeconds(5);

    private final Runs runs;
    private final DataConverter converter;
    private final Clock clock;
    private final CaptureRef run;
    private final CaptureRequest request;
    private Sighting last;
    private long answeredAt = -1;
    private Instant askAfter = Instant.MIN;
    private @Nullable Instant silentSince;

    Follower(Runs runs, DataConverter converter, Clock clock, CaptureRef run, CaptureRequest request, boolean joined) {
        this.runs = runs;
        this.converter = converter;
        this.clock = clock;
        this.run = run;
        this.request = request;
        this.last = new Sighting(run.id(), String.valueOf(run.runId()), request, null, null, null, null, joined);
    }

    /** What is known now. */
    public Sighting look() {
        if (last.hasEnded()) {
            return last;
        }
        try {
            last = seen(runs.describe(run));
            silentSince = null;
        } catch (RuntimeException e) {
            if (!isAway(e)) {
                throw e;
            }
            last = last.inTrouble(silence());
        }
        return last;
    }

    public CaptureRef run() {
        return run;
    }

    private Sighting seen(WorkflowExecutionDescription description) {
        if (description.getStatus() != WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_RUNNING) {
            return new Sighting(
                    run.id(),
                    last.runId(),
                    request,
                    last.progress(),
                    null,
                    null,
                    runs.result(run, description.getStatus()),
                    last.joined());
        }
        CaptureProgress progress = progress(description);
        String trouble = WorkerAbsence.of(description.getRawDescription(), clock.instant())
                .map(Follower::noWorker)
                .orElse(null);
        return new Sighting(
                run.id(),
                last.runId(),
                request,
                progress,
                looking(description.getRawDescription().getPendingActivitiesList()),
                trouble,
                null,
                last.joined());
    }

    private @Nullable CaptureProgress progress(WorkflowExecutionDescription description) {
        long length = description.getHistoryLength();
        if (length == answeredAt || clock.instant().isBefore(askAfter)) {
            return last.progress();
        }
        try {
            CaptureProgress told = runs.progress(run);
            answeredAt = length;
            return told;
        } catch (RuntimeException noWorker) {
            askAfter = clock.instant().plus(ASK_AGAIN);
            return last.progress();
        }
    }

    private @Nullable Progress looking(List<PendingActivityInfo> activities) {
        return activities.stream()
                .filter(PendingActivityInfo::hasLastFailure)
                .map(activity -> activity.getLastFailure().getApplicationFailureInfo())
                .filter(failure -> failure.getDetails().getPayloadsCount() > 0)
                .map(failure -> progress(failure.getDetails()))
                .flatMap(Optional::stream)
                .findFirst()
                .orElse(null);
    }

    /** Other failures carry other details. */
    private Optional<Progress> progress(Payloads details) {
        try {
            return Optional.ofNullable(converter.fromPayloads(0, Optional.of(details), Progress.class, Progress.class))
                    .filter(progress -> progress.sentence() != null);
        } catch (DataConverterException other) {
            return Optional.empty();
        }
    }

    private String silence() {
        Instant now = clock.instant();
        if (silentSince == null) {
            silentSince = now;
        }
        long seconds = Duration.between(silentSince, now).toSeconds();
        return seconds < QUIET.toSeconds()
                ? "Temporal does not answer"
                : "Temporal has not answered for " + seconds + " s";
    }

    private static String noWorker(Duration since) {
        return "no worker has taken the next step for " + since.toSeconds() + " s; it goes on when one runs";
    }

    private static boolean isAway(RuntimeException failure) {
        if (failure instanceof Complaint complaint) {
            return complaint.code().equals("unreachable");
        }
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof StatusRuntimeException grpc) {
                Status.Code code = grpc.getStatus().getCode();
                return code == Status.Code.UNAVAILABLE
                        || code == Status.Code.DEADLINE_EXCEEDED
                        || code == Status.Code.RESOURCE_EXHAUSTED
                        || code == Status.Code.CANCELLED
                        || code == Status.Code.INTERNAL;
            }
        }
        return false;
    }
}
