package dev.nightcap.workflows.capture;

import io.temporal.failure.ActivityFailure;
import io.temporal.failure.CanceledFailure;
import io.temporal.failure.TemporalFailure;
import io.temporal.workflow.CancellationScope;
import io.temporal.workflow.Workflow;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Stop (end early, keep) and cancel (end, keep nothing): what of the story they end, and what they must not. */
final class Interruption {
    private @Nullable CancellationScope whole;
    private @Nullable CancellationScope waiting;
    private @Nullable String stoppedBy;

    /** To be called on the workflow's own thread, before the first step. */
    void watchCancellation() {
        whole = CancellationScope.current();
    }

    boolean cancelled() {
        return whole != null && whole.isCancelRequested();
    }

    /** Who asked to stop, or null. */
    @Nullable
    String stoppedBy() {
        return stoppedBy;
    }

    /** The first who asks is remembered. */
    void stop(String by) {
        if (stoppedBy == null) {
            stoppedBy = by;
            if (waiting != null) {
                waiting.cancel("stopped");
            }
        }
    }

    /** Runs a step that a stop or a cancellation ends; nothing then, or if that happened already. */
    <T> Optional<T> unlessEnding(Supplier<T> step) {
        if (stoppedBy != null) {
            return Optional.empty();
        }
        return unlessCancelled(step, scope -> waiting = scope);
    }

    /** Runs a step that a cancellation ends, and a stop does not; nothing then, or if that happened already. */
    <T> Optional<T> unlessCancelled(Supplier<T> step) {
        return unlessCancelled(step, scope -> {});
    }

    private <T> Optional<T> unlessCancelled(Supplier<T> step, Consumer<CancellationScope> begun) {
        if (cancelled()) {
            return Optional.empty();
        }
        AtomicReference<T> answer = new AtomicReference<>();
        CancellationScope scope = Workflow.newCancellationScope(() -> answer.set(step.get()));
        begun.accept(scope);
        try {
            scope.run();
            return Optional.ofNullable(answer.get());
        } catch (TemporalFailure failure) {
            if (isCancellation(failure)) {
                return Optional.empty();
            }
            throw failure;
        } finally {
            waiting = null;
        }
    }

    /** Runs a step that neither stop nor cancel may end. */
    static <T> T detached(Supplier<T> step) {
        AtomicReference<T> answer = new AtomicReference<>();
        Workflow.newDetachedCancellationScope(() -> answer.set(step.get())).run();
        return Objects.requireNonNull(answer.get());
    }

    static boolean isCancellation(TemporalFailure failure) {
        return failure instanceof CanceledFailure
                || (failure instanceof ActivityFailure && failure.getCause() instanceof CanceledFailure);
    }
}
