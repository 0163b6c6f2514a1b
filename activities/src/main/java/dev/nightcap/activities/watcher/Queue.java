package dev.nightcap.activities.watcher;

import dev.nightcap.activities.azure.NotYet;
import dev.nightcap.workflows.capture.Problem;
import dev.nightcap.workflows.capture.Progress;
import dev.nightcap.workflows.capture.Reason;
import java.time.Duration;

/** Waiting for a free session, until the order's time is over. */
final class Queue {
    private Queue() {}

    static NotYet full(String sentence, Duration nextLook) {
        Problem late = Problem.of(
                Reason.QUEUE_DEADLINE,
                "no session came free in time; last: " + sentence,
                "delete sessions that nobody needs: az network watcher packet-capture list -l REGION -o table");
        return new NotYet(Progress.of(sentence), nextLook, late);
    }
}
