package dev.nightcap.starter.captures;

import dev.nightcap.starter.terminal.Complaint;
import java.time.Duration;

/** Waiting on the command line's own thread. */
public final class Patience {
    private Patience() {}

    /** @throws Complaint if the thread is interrupted */
    public static void pause(Duration duration) {
        try {
            Thread.sleep(duration.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Complaint.failed("interrupted while waiting", null, e);
        }
    }
}
