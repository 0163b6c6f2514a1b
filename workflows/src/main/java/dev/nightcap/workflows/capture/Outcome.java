package dev.nightcap.workflows.capture;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How a capture ended. */
public enum Outcome {
    /** The evidence was read back: whole, and it holds packets. */
    CAPTURED,
    /** The file is there and whole, and holds no packet. */
    EMPTY,
    /** The file is there, and cut short or unreadable. */
    DAMAGED,
    /** No file arrived. */
    MISSING,
    /** The capture ran, and nobody could look into its file. */
    UNVERIFIED,
    /** Ended by a person, and nothing was kept. */
    CANCELLED,
    /** Azure or we could not do as instructed. */
    FAILED;

    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
