package dev.nightcap.workflows.alert;

import com.fasterxml.jackson.annotation.JsonValue;
import io.temporal.activity.ActivityInterface;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Port: how the latest capture of a target stands, as Temporal knows it. */
@ActivityInterface
public interface Standings {
    /** @param captureId the public id */
    Standing describeCapture(String captureId);

    /**
     * @param runId of the latest run; null if there is none
     * @param rule the alert rule that started it, if one did
     * @param closedAt if it has closed
     */
    record Standing(
            State state,
            @Nullable String runId,
            @Nullable String rule,
            @Nullable Instant closedAt) {}

    /** How a capture can stand towards a further alert. */
    enum State {
        /** None is known. */
        NONE,
        /** Packets are still to come: a further alert joins. */
        TAKING,
        /** Packets are no longer taken; evidence is collected and read. */
        ENDING,
        /** It ended with something to show for it; the cooldown counts. */
        ENDED,
        /** It failed or was cancelled: a further alert may try again. */
        FAILED;

        @JsonValue
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
