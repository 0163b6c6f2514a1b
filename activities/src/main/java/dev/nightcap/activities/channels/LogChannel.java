package dev.nightcap.activities.channels;

import dev.nightcap.workflows.capture.Announcements.Announcement;
import dev.nightcap.workflows.capture.CaptureResult;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One line for each capture, in the worker's log. */
final class LogChannel implements Channel {
    static final String NAME = "log";

    private static final Logger LOG = LoggerFactory.getLogger("dev.nightcap.captures");

    @Override
    public void tell(Announcement announcement) {
        CaptureResult result = announcement.capture().result();
        LOG.info(
                "capture {} {}: {}{} Next: {}",
                announcement.capture().id(),
                result.outcome().code(),
                oneLine(result.sentence()),
                result.verdict() == null ? "" : " Verdict: " + oneLine(result.verdict()),
                oneLine(result.next()));
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\p{Cntrl}+", " ");
    }
}
