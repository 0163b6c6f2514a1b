package dev.nightcap.activities.watcher;

import io.temporal.activity.Activity;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What one attempt of a step leaves to the next: that it asked Azure already, and where the answer will be. Kept as the
 * activity's heartbeat details, so it may be lost with the worker; nothing that must be right depends on it.
 */
final class AttemptMemory {
    private AttemptMemory() {}

    /**
     * @param at when Azure took the request
     * @param operation the address at which Azure tells how it went
     */
    record Asked(Instant at, @Nullable String operation) {}

    static void keep(Asked asked) {
        Activity.getExecutionContext().heartbeat(asked);
    }

    static Optional<Asked> recall() {
        return Activity.getExecutionContext().getHeartbeatDetails(Asked.class);
    }

    static int attempt() {
        return Activity.getExecutionContext().getInfo().getAttempt();
    }
}
