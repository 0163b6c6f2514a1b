package dev.nightcap.workflows.capture;

import java.time.Duration;
import java.util.List;

/**
 * How patient a capture is and whom it tells. Travels in the request, so that a change of configuration never changes
 * a run that has begun.
 *
 * @param queueFor how long to wait for a free session before giving up
 * @param cooldown how long after its end the next alert for the same target is suppressed
 * @param uploadGrace how long after the stop the file may take to arrive
 * @param channels names of the worker's notification channels, beside the log
 */
public record CapturePolicy(Duration queueFor, Duration cooldown, Duration uploadGrace, List<String> channels) {
    public static final CapturePolicy DEFAULT =
            new CapturePolicy(Duration.ofMinutes(30), Duration.ofMinutes(15), Duration.ofMinutes(10), List.of());

    public CapturePolicy {
        if (queueFor.isNegative() || cooldown.isNegative() || uploadGrace.isNegative()) {
            throw new IllegalArgumentException("queue, cooldown and upload grace are not negative");
        }
        channels = List.copyOf(channels);
    }

    public CapturePolicy withChannels(List<String> names) {
        return new CapturePolicy(queueFor, cooldown, uploadGrace, names);
    }
}
