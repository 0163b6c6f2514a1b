package dev.nightcap.starter.config;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations as people write them. */
public final class Durations {
    private static final Pattern PART = Pattern.compile("(\\d{1,9})(ms|[smhd])");
    private static final Pattern WHOLE = Pattern.compile("(?:\\d{1,9}(?:ms|[smhd]))+");

    private Durations() {}

    /**
     * Reads {@code 60s}, {@code 5m}, {@code 1h30m}, {@code 7d}; a bare number is seconds.
     *
     * @throws IllegalArgumentException saying what would be right
     */
    public static Duration parse(String text) {
        String trimmed = text.strip();
        if (trimmed.matches("\\d{1,9}")) {
            return Duration.ofSeconds(Long.parseLong(trimmed));
        }
        if (!WHOLE.matcher(trimmed).matches()) {
            throw new IllegalArgumentException(
                    "a duration is written 60s, 5m, 1h30m or 7d (a bare number is seconds), not '" + text + "'");
        }
        Duration sum = Duration.ZERO;
        Matcher part = PART.matcher(trimmed);
        while (part.find()) {
            sum = sum.plus(of(Long.parseLong(part.group(1)), part.group(2)));
        }
        return sum;
    }

    private static Duration of(long number, String unit) {
        return switch (unit) {
            case "ms" -> Duration.ofMillis(number);
            case "s" -> Duration.ofSeconds(number);
            case "m" -> Duration.ofMinutes(number);
            case "h" -> Duration.ofHours(number);
            default -> Duration.ofDays(number);
        };
    }
}
