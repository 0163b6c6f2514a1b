package dev.nightcap.workflows.capture;

import dev.nightcap.workflows.capture.Sessions.Prepared;
import dev.nightcap.workflows.capture.Sessions.Started;
import dev.nightcap.workflows.target.CaptureId;
import io.temporal.failure.ActivityFailure;
import io.temporal.failure.ApplicationFailure;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInit;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The story of a capture, on one page. */
public final class NetworkCaptureWorkflow implements NetworkCapture {
    private static final int MOST_ASKERS = 50;

    private final CaptureRequest request;
    private final Course course = new Course();
    private final Phases phases = new Phases(this::show);
    private final Interruption interruption = new Interruption();
    private final List<Asker> alsoAsked = new ArrayList<>();
    private final Taking taking;
    private final Keeping keeping;
    private final Telling telling;
    private @Nullable CaptureResult result;

    @WorkflowInit
    public NetworkCaptureWorkflow(CaptureRequest request) {
        this.request = request;
        this.taking = new Taking(request, course, phases, interruption);
        this.keeping = new Keeping(request, course, phases, interruption);
        this.telling = new Telling(request, phases);
    }

    @Override
    public CaptureResult run(CaptureRequest asked) {
        interruption.watchCancellation();
        try {
            Optional<Prepared> prepared = taking.prepare();
            if (prepared.isPresent()) {
                taking.awaitEnd(taking.start(prepared.get()));
                keeping.collect();
                keeping.read();
            }
        } catch (ActivityFailure failure) {
            course.failed(Problem.of(failure));
        }
        discardIfCancelled();
        taking.remove();
        keeping.record(document());
        telling.announce(document(), askers());
        if (discardIfCancelled()) {
            telling.announce(document(), askers());
        }
        return end();
    }

    /** Asked twice: a person may cancel while the end is being announced, and cancelled means that nothing is kept. */
    private boolean discardIfCancelled() {
        boolean discards = interruption.cancelled() && !course.discarded;
        if (discards) {
            keeping.discard();
        }
        return discards;
    }

    /** Temporal's own status tells the truth; a run that was asked to cancel ends Canceled whatever is returned. */
    private CaptureResult end() {
        phases.enter(Phase.ENDED);
        CaptureResult ended = conclude();
        result = ended;
        show();
        Workflow.upsertTypedSearchAttributes(
                Visibility.PHASE.valueSet(Phase.ENDED.code()),
                Visibility.OUTCOME.valueSet(ended.outcome().code()));
        if (ended.outcome() == Outcome.FAILED) {
            throw ApplicationFailure.newNonRetryableFailure(ended.sentence(), FAILURE_TYPE, ended);
        }
        return ended;
    }

    private CaptureResult conclude() {
        return new Conclusion(request, course, interruption.stoppedBy(), interruption.cancelled())
                .result(phases.records());
    }

    private CaptureDocument document() {
        String run = Workflow.getInfo().getOriginalExecutionRunId();
        return new CaptureDocument(CaptureId.of(request.target()), run, request, conclude());
    }

    private List<Asker> askers() {
        return Stream.concat(Stream.of(request.askedBy()), alsoAsked.stream()).toList();
    }

    private void show() {
        Workflow.setCurrentDetails(LivePage.now(progress()));
    }

    @Override
    public void stop(String by) {
        interruption.stop(by);
        show();
    }

    @Override
    public void alsoAskedBy(Asker asker) {
        if (alsoAsked.size() < MOST_ASKERS) {
            alsoAsked.add(asker);
        }
    }

    @Override
    public CaptureProgress progress() {
        Started started = course.started;
        Instant expectedEnd = started == null
                ? null
                : started.startedAt().plus(request.limits().duration());
        return new CaptureProgress(
                request,
                phases.current(),
                phases.records(),
                expectedEnd,
                course.storagePath(),
                interruption.stoppedBy(),
                List.copyOf(alsoAsked),
                result);
    }
}
