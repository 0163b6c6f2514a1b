package dev.nightcap.receiver.http;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** {@code ?wait=20s}: whole seconds, up to a minute. */
final class WaitTime {
    private static final Pattern SECONDS = Pattern.compile("(\\d{1,3})s?");
    private static final int LONGEST = 60;

    private WaitTime() {}

    /** @throws IllegalArgumentException saying what would be right */
    static Duration parse(@Nullable String text) {
        if (text == null) {
            return Duration.ZERO;
        }
        Matcher matcher = SECONDS.matcher(text);
        if (!matcher.matches() || Integer.parseInt(matcher.group(1)) > LONGEST) {
            throw new IllegalArgumentException("the time to wait is whole seconds, 0s to " + LONGEST + "s");
        }
        return Duration.ofSeconds(Integer.parseInt(matcher.group(1)));
    }
}
