package dev.nightcap.starter.captures;

import dev.nightcap.starter.terminal.Complaint;
import dev.nightcap.workflows.target.CaptureId;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How people name a capture: {@code web-01-3fa9c01b} for the newest run of a target, {@code web-01-3fa9c01b@RUN} for
 * that run.
 *
 * @param runId null for the newest
 */
public record CaptureRef(String id, @Nullable String runId) {
    private static final Pattern TEXT = Pattern.compile("(?:capture/)?([A-Za-z0-9._-]{1,128})(?:@([0-9a-fA-F-]{36}))?");

    /** @throws Complaint saying how a capture is named */
    public static CaptureRef parse(String text) {
        Matcher parts = TEXT.matcher(text.strip());
        if (!parts.matches()) {
            throw Complaint.usage(
                    "'" + text + "' is no capture's id, which is written web-01-3fa9c01b or web-01-3fa9c01b@RUN",
                    "nightcap list");
        }
        return new CaptureRef(parts.group(1), parts.group(2));
    }

    public String workflowId() {
        return CaptureId.PREFIX + id;
    }

    Optional<String> run() {
        return Optional.ofNullable(runId);
    }

    @Override
    public String toString() {
        return runId == null ? id : id + "@" + runId;
    }
}
