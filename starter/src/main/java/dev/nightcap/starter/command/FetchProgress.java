package dev.nightcap.starter.command;

import dev.nightcap.starter.config.Sizes;
import dev.nightcap.starter.terminal.Console;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.LongConsumer;

/** Tells how far a long download is: every second on a terminal, every ten seconds in a log. */
final class FetchProgress implements LongConsumer {
    private final Console console;
    private final long bytes;
    private final Clock clock;
    private final Duration distance;
    private Instant next;

    FetchProgress(Console console, long bytes, Clock clock) {
        this.console = console;
        this.bytes = bytes;
        this.clock = clock;
        this.distance = Duration.ofSeconds(console.animated() ? 1 : 10);
        this.next = clock.instant().plus(distance);
    }

    @Override
    public void accept(long have) {
        if (!clock.instant().isBefore(next)) {
            next = clock.instant().plus(distance);
            console.tell(
                    "  " + have * 100 / Math.max(1, bytes) + " %, " + Sizes.show(have) + " of " + Sizes.show(bytes));
        }
    }
}
