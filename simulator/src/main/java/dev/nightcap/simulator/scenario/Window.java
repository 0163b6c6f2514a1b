package dev.nightcap.simulator.scenario;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** When a rule may strike, counted from the moment it was laid down: from {@code after} on, for {@code lasting} or for ever. */
public record Window(Duration after, Optional<Duration> lasting) {

    public static Window always() {
        return new Window(Duration.ZERO, Optional.empty());
    }

    boolean open(Instant laidDown, Instant now) {
        Instant from = laidDown.plus(after);
        return !now.isBefore(from)
                && lasting.map(length -> now.isBefore(from.plus(length))).orElse(true);
    }
}
