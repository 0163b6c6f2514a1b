package dev.nightcap.activities.evidence;

import dev.nightcap.workflows.capture.Progress;
import io.temporal.activity.Activity;
import io.temporal.activity.ActivityExecutionContext;
import io.temporal.client.ActivityCompletionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;

/** Says from a thread of its own that a reading goes on, and hears that it is no longer wanted. */
final class Heartbeats implements AutoCloseable {
    private static final long SECONDS = 5;

    private static final ThreadFactory THREADS = task -> {
        Thread thread = new Thread(task, "nightcap-heartbeat");
        thread.setDaemon(true);
        return thread;
    };

    private final ScheduledExecutorService ticker = Executors.newSingleThreadScheduledExecutor(THREADS);
    private final ScheduledFuture<?> beating;

    private Heartbeats(Runnable beat) {
        this.beating = ticker.scheduleAtFixedRate(beat, 0, SECONDS, TimeUnit.SECONDS);
    }

    static Heartbeats of(DigestingChannel channel, long expectedBytes) {
        ActivityExecutionContext context = Activity.getExecutionContext();
        return new Heartbeats(() -> beat(context, channel, expectedBytes));
    }

    private static void beat(ActivityExecutionContext context, DigestingChannel channel, long expected) {
        try {
            long bytes = channel.bytes();
            context.heartbeat(new Progress("read %d of %d bytes".formatted(bytes, Math.max(bytes, expected)), bytes));
        } catch (ActivityCompletionException unwanted) {
            channel.cancel();
        }
    }

    @Override
    public void close() {
        beating.cancel(true);
        ticker.shutdownNow();
    }
}
