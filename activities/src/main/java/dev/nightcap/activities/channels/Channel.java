package dev.nightcap.activities.channels;

import dev.nightcap.workflows.capture.Announcements.Announcement;

/** One way to tell people. */
interface Channel {
    /** Delivers once, or throws {@link Undelivered}. */
    void tell(Announcement announcement) throws Undelivered, InterruptedException;
}
