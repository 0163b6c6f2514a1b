package dev.nightcap.workflows.capture;

import io.temporal.failure.ActivityFailure;
import io.temporal.failure.ApplicationFailure;
import io.temporal.failure.TemporalFailure;
import io.temporal.failure.TimeoutFailure;
import org.jspecify.annotations.Nullable;

/**
 * Why something could not be done, in words: what happened and why, and what to do. Crosses the border between
 * activities and workflows as the details of an {@link ApplicationFailure}.
 *
 * @param next the command or step that mends it
 */
public record Problem(
        Reason reason,
        String sentence,
        @Nullable String next,
        @Nullable AzureError azure) {
    public static Problem of(Reason reason, String sentence, String next) {
        return new Problem(reason, sentence, next, null);
    }

    /** A failure that no retry will mend. */
    public ApplicationFailure toFailure() {
        return ApplicationFailure.newNonRetryableFailure(sentence, reason.code(), this);
    }

    /** The problem inside a failed activity; one that we did not write is described by what Temporal knows of it. */
    public static Problem of(ActivityFailure failure) {
        Throwable cause = failure.getCause();
        if (cause instanceof ApplicationFailure application && Reason.isCode(application.getType())) {
            return application.getDetails().get(Problem.class);
        }
        String what = cause instanceof TimeoutFailure timeout
                ? "no worker finished the step " + failure.getActivityType() + " in time ("
                        + timeout.getTimeoutType().name() + ")"
                : "the step " + failure.getActivityType() + " failed: " + said(cause);
        return of(Reason.INTERNAL, what, "look at the run in the Temporal Web UI and at the worker's log");
    }

    private static String said(@Nullable Throwable cause) {
        if (cause instanceof TemporalFailure temporal && temporal.getOriginalMessage() != null) {
            return temporal.getOriginalMessage();
        }
        return cause == null ? "no cause was given" : String.valueOf(cause.getMessage());
    }
}
