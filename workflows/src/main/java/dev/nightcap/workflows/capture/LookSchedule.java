package dev.nightcap.workflows.capture;

import java.time.Duration;

/**
 * When to look next at a capture that runs: soon after the start, because faults show early; then at growing distances;
 * never past the expected end; then close behind it. A pure function, so that waiting needs no state.
 */
public final class LookSchedule {
    private static final Duration FIRST = Duration.ofSeconds(5);
    private static final Duration LONGEST = Duration.ofMinutes(10);
    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final Duration BEHIND_THE_END = Duration.ofSeconds(3);
    private static final int GROWTH = 2;

    private LookSchedule() {}

    /**
     * The delay until the next look: half of the time that has passed, from 5 s to 10 min, cut so that a look falls one
     * second behind the expected end; behind it every 3 s, growing to a tenth of how far it is behind.
     *
     * @param elapsed since the capture began; not negative
     * @param limit after which it is expected to end by itself
     */
    public static Duration next(Duration elapsed, Duration limit) {
        Duration left = limit.minus(elapsed);
        if (left.isNegative() || left.isZero()) {
            return longer(BEHIND_THE_END, elapsed.minus(limit).dividedBy(10));
        }
        Duration growing = shorter(LONGEST, longer(FIRST, elapsed.dividedBy(GROWTH)));
        return shorter(growing, left.plus(SHORTEST));
    }

    private static Duration shorter(Duration a, Duration b) {
        return a.compareTo(b) <= 0 ? a : b;
    }

    private static Duration longer(Duration a, Duration b) {
        return a.compareTo(b) >= 0 ? a : b;
    }
}
