package dev.nightcap.activities.azure;

import dev.nightcap.workflows.capture.Problem;
import dev.nightcap.workflows.capture.Progress;
import io.temporal.client.ActivityCompletionException;
import io.temporal.failure.ApplicationErrorCategory;
import io.temporal.failure.ApplicationFailure;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one place where what went wrong in an attempt becomes what the engine is told: wait and call again, or a
 * {@link Problem} that no retry mends. After the order's time, every failure is of the second kind. No failure carries a
 * cause: a cause's text is not ours, and would stand in the history.
 */
public final class Attempts {
    /** The type of the failure that ends an attempt which is to be repeated. */
    public static final String NOT_YET = "not-yet";

    private static final Logger LOG = LoggerFactory.getLogger(Attempts.class);
    private static final Duration AFTER_TROUBLE = Duration.ofSeconds(3);
    private static final Duration AFTER_THROTTLING = Duration.ofSeconds(10);
    private static final Duration SHORTEST = Duration.ofMillis(200);

    private final InstantSource clock;

    public Attempts(InstantSource clock) {
        this.clock = clock;
    }

    /**
     * @param doing what is tried, to follow "could not"
     * @param until after which a failed attempt is the last
     */
    public <T> T make(String doing, Instant until, Callable<T> attempt) {
        try {
            return attempt.call();
        } catch (ApplicationFailure | ActivityCompletionException written) {
            throw written;
        } catch (NotYet notYet) {
            throw again(notYet.progress(), notYet.delay(), until, notYet.late(), true);
        } catch (Exception thrown) {
            throw failure(doing, until, thrown);
        }
    }

    /** As {@link #make}, of what has no answer. */
    public void run(String doing, Instant until, Runnable attempt) {
        make(doing, until, () -> {
            attempt.run();
            return true;
        });
    }

    private ApplicationFailure failure(String doing, Instant until, Exception thrown) {
        Fault fault = Fault.of(thrown);
        if (fault instanceof Fault.Refused refused) {
            return refused(doing, until, refused.answer());
        }
        if (fault instanceof Fault.NoAnswer none) {
            Problem late = AzureFaults.noAnswer(doing, none.why());
            return again(Progress.of("Azure gave no answer: " + none.why()), trouble(), until, late, false);
        }
        if (fault instanceof Fault.NoCredential none) {
            return AzureFaults.noCredential(none.why()).toFailure();
        }
        LOG.error("could not {}, by a fault of Nightcap's own", doing, Shown.of(thrown));
        return AzureFaults.bug(doing, thrown).toFailure();
    }

    private ApplicationFailure refused(String doing, Instant until, AzureAnswer answer) {
        Problem problem = AzureFaults.problem(doing, answer);
        if (!AzureFaults.isPassing(answer)) {
            return problem.toFailure();
        }
        boolean throttling = AzureFaults.isThrottling(answer);
        Duration delay = answer.retryAfter() != null ? answer.retryAfter() : throttling ? AFTER_THROTTLING : trouble();
        return again(Progress.of("Azure answered " + answer.described()), delay, until, problem, throttling);
    }

    /** Not all at the same time, when many captures meet the same trouble. */
    private static Duration trouble() {
        return AFTER_TROUBLE.plusMillis(ThreadLocalRandom.current().nextLong(AFTER_TROUBLE.toMillis()));
    }

    private ApplicationFailure again(Progress progress, Duration delay, Instant until, Problem late, boolean benign) {
        Duration left = Duration.between(clock.instant(), until);
        if (left.isNegative() || left.isZero()) {
            return late.toFailure();
        }
        return ApplicationFailure.newBuilder()
                .setType(NOT_YET)
                .setMessage(progress.sentence())
                .setDetails(progress)
                .setNextRetryDelay(bounded(delay, left))
                .setCategory(benign ? ApplicationErrorCategory.BENIGN : ApplicationErrorCategory.UNSPECIFIED)
                .build();
    }

    /** The last attempt falls on the end of the time, not far behind it; and never at once. */
    private static Duration bounded(Duration delay, Duration left) {
        Duration cut = delay.compareTo(left) > 0 ? left : delay;
        return cut.compareTo(SHORTEST) < 0 ? SHORTEST : cut;
    }

    /** The time now, by the clock that deadlines are compared with. */
    public Instant now() {
        return clock.instant();
    }

    /** A wait that asks for nothing but patience, for when there is no better sentence. */
    public static NotYet notYet(String sentence, Duration delay, Problem late) {
        return new NotYet(Progress.of(sentence), delay, late);
    }
}
