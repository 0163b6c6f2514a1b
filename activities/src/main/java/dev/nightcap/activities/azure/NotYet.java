package dev.nightcap.activities.azure;

import dev.nightcap.workflows.capture.Problem;
import dev.nightcap.workflows.capture.Progress;
import java.time.Duration;

/** Ends an attempt whose step is not done yet; the engine calls again after the delay. */
public final class NotYet extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient Progress progress;
    private final transient Duration delay;
    private final transient Problem late;

    /** @param late what it is once the order's time is over */
    public NotYet(Progress progress, Duration delay, Problem late) {
        super(progress.sentence(), null, false, false);
        this.progress = progress;
        this.delay = delay;
        this.late = late;
    }

    Progress progress() {
        return progress;
    }

    Duration delay() {
        return delay;
    }

    Problem late() {
        return late;
    }
}
