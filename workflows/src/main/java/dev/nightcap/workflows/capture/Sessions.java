package dev.nightcap.workflows.capture;

import dev.nightcap.workflows.target.ResourceId;
import dev.nightcap.workflows.target.Target;
import io.temporal.activity.ActivityInterface;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Port: what Azure runs for us on a target. Each method makes at most one change to the world and may be called again
 * after a lost answer. Failures that no retry mends are a {@link Problem}; "not yet" is a benign failure with
 * {@link Progress} and the delay until the next look.
 */
@ActivityInterface
public interface Sessions {
    /**
     * Looks at everything that the capture needs, changes nothing. While the region has no free session it answers
     * "not yet" until {@code queueUntil}.
     */
    Prepared prepareCapture(PrepareOrder order);

    /**
     * Starts the session of this name, or adopts the one that is already there under it. Azure's own quota answer is
     * "not yet" until {@code queueUntil}.
     */
    Started startSession(StartOrder order);

    /** Answers once no more packets are taken, or the order's deadline has passed; until then "not yet". */
    Ended awaitEnd(AwaitOrder order);

    /** Ends the taking of packets; one that has ended, or is gone, is fine. */
    void stopSession(CloseOrder order);

    /** Deletes the session, never its file. Looks first: a start whose answer was lost may have left one. */
    void removeSession(CloseOrder order);

    /** One session of ours: the target it captures, the watcher that runs it, its name. */
    record Session(Target target, ResourceId watcher, String name) {}

    /** @param until after which a failed attempt is the last; one attempt is made in any case */
    record CloseOrder(Session session, Instant until) {}

    record PrepareOrder(CaptureRequest request, Instant queueUntil) {}

    /**
     * What the looks before the start found.
     *
     * @param region of the target
     * @param watcher the region's Network Watcher
     * @param storageAccount where the file goes; null when it is kept on the VM only
     * @param remark for people, for example {@code eastus2, agent ok, 3 of 10000 sessions}
     */
    record Prepared(
            String region, ResourceId watcher, @Nullable ResourceId storageAccount, String remark) {}

    /** @param storageAccount as {@link Prepared} has it */
    record StartOrder(
            CaptureRequest request,
            Session session,
            @Nullable ResourceId storageAccount,
            Instant queueUntil) {}

    /**
     * @param storagePath where Azure says that the file (for a scale set: the files) will be; null when it is kept on
     *     the VM only
     * @param adopted whether the session was there already, from an attempt whose answer was lost
     */
    record Started(Instant startedAt, @Nullable String storagePath, boolean adopted) {}

    record AwaitOrder(Session session, CaptureLimits limits, Instant startedAt, Instant deadline) {}

    /**
     * @param azureReason Azure's own word, where it gave one
     * @param errors Azure's error words, empty where there are none
     */
    record Ended(StopReason reason, @Nullable String azureReason, List<String> errors) {
        static Ended byRequest() {
            return new Ended(StopReason.REQUEST, null, List.of());
        }
    }
}
