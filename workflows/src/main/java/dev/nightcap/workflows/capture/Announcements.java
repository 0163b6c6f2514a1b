package dev.nightcap.workflows.capture;

import io.temporal.activity.ActivityInterface;
import java.time.Instant;
import java.util.List;

/** Port: tells people how a capture ended. Each channel is an activity of its own, so that none blocks another. */
@ActivityInterface
public interface Announcements {
    /** Delivers at least once, always under the same key. */
    void announce(Announcement announcement);

    /**
     * @param key the same for every delivery of the same news
     * @param channel the name of a channel that the worker knows
     * @param askers all who asked, first the one who started it
     * @param until after which a failed attempt is the last; one attempt is made in any case
     */
    record Announcement(String key, String channel, CaptureDocument capture, List<Asker> askers, Instant until) {}
}
