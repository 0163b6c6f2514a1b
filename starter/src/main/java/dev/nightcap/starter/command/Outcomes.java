package dev.nightcap.starter.command;

import dev.nightcap.workflows.capture.Outcome;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Outcomes as people type them. */
final class Outcomes {
    private Outcomes() {}

    /** @throws IllegalArgumentException naming the outcomes that there are */
    static @Nullable String code(@Nullable String text) {
        if (text == null) {
            return null;
        }
        String lower = text.toLowerCase(Locale.ROOT);
        if (Arrays.stream(Outcome.values()).noneMatch(outcome -> outcome.code().equals(lower))) {
            throw new IllegalArgumentException("an outcome is one of "
                    + Arrays.stream(Outcome.values()).map(Outcome::code).collect(Collectors.joining(", ")) + ", not '"
                    + text + "'");
        }
        return lower;
    }
}
