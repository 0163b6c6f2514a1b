package dev.nightcap.workflows.capture;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Where a capture stands, in the order of the story. */
public enum Phase {
    PREPARE,
    START,
    CAPTURING,
    EVIDENCE,
    READ,
    REMOVE,
    ANNOUNCE,
    ENDED;

    /** Whether packets are still to come, so that a further alert may join. */
    public boolean takesPackets() {
        return compareTo(CAPTURING) <= 0;
    }

    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
