package dev.nightcap.activities;

import dev.nightcap.activities.azure.Attempts;
import dev.nightcap.workflows.capture.Problem;
import dev.nightcap.workflows.capture.Progress;
import io.temporal.failure.ActivityFailure;
import io.temporal.failure.ApplicationFailure;
import io.temporal.testing.TestActivityEnvironment;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/** Calls an activity as the engine does: again after "not yet", with the heartbeat details of the attempt before. */
public final class Engine implements AutoCloseable {
    private static final Duration LONGEST = Duration.ofSeconds(60);

    private final TestActivityEnvironment environment = TestActivityEnvironment.newInstance();
    private final AtomicReference<Object> memory = new AtomicReference<>();
    private final List<String> waits = new ArrayList<>();
    private final List<Duration> delays = new ArrayList<>();

    public Engine(Object... activities) {
        environment.registerActivitiesImplementations(activities);
    }

    /** Keeps what an attempt says by heartbeat for the next one. */
    public <D> Engine remembering(Class<D> details) {
        environment.setActivityHeartbeatListener(details, memory::set);
        return this;
    }

    public <T> T stub(Class<T> port) {
        return environment.newActivityStub(port);
    }

    /** The answer, after as many attempts as it takes. */
    public <R> R untilDone(Supplier<R> call) {
        Instant end = Instant.now().plus(LONGEST);
        memory.set(null);
        while (true) {
            try {
                if (memory.get() != null) {
                    environment.setHeartbeatDetails(memory.get());
                }
                return call.get();
            } catch (ActivityFailure failure) {
                pause(notYet(failure), end);
            }
        }
    }

    public void untilDone(Runnable call) {
        untilDone(() -> {
            call.run();
            return true;
        });
    }

    private void pause(ApplicationFailure notYet, Instant end) {
        waits.add(notYet.getDetails().get(Progress.class).sentence());
        delays.add(notYet.getNextRetryDelay());
        if (Instant.now().isAfter(end)) {
            throw new AssertionError("still not done: " + waits);
        }
        try {
            Thread.sleep(Math.min(1000, notYet.getNextRetryDelay().toMillis()));
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ApplicationFailure notYet(ActivityFailure failure) {
        ApplicationFailure cause = (ApplicationFailure) failure.getCause();
        if (!Attempts.NOT_YET.equals(cause.getType())) {
            throw failure;
        }
        return cause;
    }

    /** What single attempts were ended with. */
    public List<String> waits() {
        return waits;
    }

    public List<Duration> delays() {
        return delays;
    }

    /** The problem that a call ends with. */
    public static Problem problemOf(Runnable call) {
        return Problem.of(failureOf(call));
    }

    public static ApplicationFailure causeOf(Runnable call) {
        return (ApplicationFailure) failureOf(call).getCause();
    }

    private static ActivityFailure failureOf(Runnable call) {
        try {
            call.run();
        } catch (ActivityFailure failure) {
            return failure;
        }
        throw new AssertionError("it did not fail");
    }

    @Override
    public void close() {
        environment.close();
    }
}
