package dev.nightcap.starter.command;

import dev.nightcap.starter.config.Durations;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/** Moments as people type them. */
final class Moments {
    private Moments() {}

    /**
     * Reads a time of ISO 8601, or a duration that is so long ago.
     *
     * @throws IllegalArgumentException saying how one is written
     */
    static @Nullable Instant parse(@Nullable String text, Instant now) {
        if (text == null) {
            return null;
        }
        try {
            return Instant.parse(text.strip());
        } catch (DateTimeParseException noMoment) {
            return ago(text, now);
        }
    }

    private static Instant ago(String text, Instant now) {
        try {
            return now.minus(Durations.parse(text.replaceAll("\\s*ago$", "")));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "a moment is written 2026-11-21T02:00:00Z, or 24h for so long ago, not '" + text + "'", e);
        }
    }
}
