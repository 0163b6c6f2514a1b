package dev.nightcap.workflows.capture;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What ended the taking of packets. */
public enum StopReason {
    TIME_LIMIT,
    BYTE_LIMIT,
    /** Our stop or cancel. */
    REQUEST,
    /** Azure says {@code Manual}, and it was not us. */
    STOPPED_ELSEWHERE,
    /** Still running past every limit: we stopped it. */
    DEADLINE,
    /** Azure reported an error of the capture. */
    ERROR,
    /** Somebody deleted the session. */
    SESSION_DELETED,
    /** Azure says that it stopped, and not why. */
    UNKNOWN;

    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
