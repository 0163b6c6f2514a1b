package dev.nightcap.workflows.alert;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.nightcap.workflows.target.Target;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What was decided about one target of an alert.
 *
 * @param captureId the capture that was started or joined, or that suppresses this one
 * @param runId of that capture
 * @param until when the suppression ends
 * @param sentence for people: what was decided and why
 */
public record TargetDecision(
        Target target,
        Action action,
        String captureId,
        @Nullable String runId,
        @Nullable Instant until,
        String sentence) {
    /** What may be decided. */
    public enum Action {
        STARTED,
        JOINED,
        SUPPRESSED,
        REFUSED;

        @JsonValue
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
