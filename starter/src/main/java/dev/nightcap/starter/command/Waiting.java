package dev.nightcap.starter.command;

import dev.nightcap.starter.captures.Follower;
import dev.nightcap.starter.captures.Patience;
import dev.nightcap.starter.terminal.Console;
import dev.nightcap.starter.terminal.Display;
import dev.nightcap.starter.terminal.ExitCode;
import dev.nightcap.starter.terminal.Sighting;
import dev.nightcap.workflows.capture.CaptureResult;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Watches captures to their end. Ctrl-C detaches: they go on. */
final class Waiting {
    private static final Duration LOOK = Duration.ofSeconds(1);
    private static final Duration FRAME = Duration.ofMillis(125);

    private final List<Follower> followers;
    private final Display display;
    private final Clock clock;
    private final boolean animated;
    private final List<Sighting> captures = new ArrayList<>();

    Waiting(Program program, List<Follower> followers) {
        Console console = program.console();
        this.followers = followers;
        this.display = program.display();
        this.clock = program.clock();
        this.animated = console.animated();
    }

    /** As last seen. */
    List<Sighting> captures() {
        return captures;
    }

    /** @param changed is told of each change of a capture's phase, and of its end */
    ExitCode untilEnd(@Nullable Duration timeout, Consumer<Sighting> changed) {
        Instant end = timeout == null ? Instant.MAX : clock.instant().plus(timeout);
        try (Detaching detaching = new Detaching(display, reattach())) {
            look(changed);
            while (!allEnded()) {
                if (!clock.instant().isBefore(end)) {
                    display.say("  waited long enough; the capture goes on. Reattach: " + reattach());
                    return ExitCode.highest(List.of(ExitCode.TIMED_OUT, endedSoFar()));
                }
                pause(detaching);
                look(changed);
            }
            return endedSoFar();
        }
    }

    private void look(Consumer<Sighting> changed) {
        List<Sighting> before = List.copyOf(captures);
        captures.clear();
        for (int i = 0; i < followers.size(); i++) {
            Sighting now = followers.get(i).look();
            captures.add(now);
            if (before.isEmpty() || !now.tellsTheSameAs(before.get(i))) {
                changed.accept(now);
            }
        }
        display.show(captures, clock.instant());
    }

    private void pause(Detaching detaching) {
        if (!animated) {
            Patience.pause(LOOK);
            return;
        }
        for (long frame = 0; frame < LOOK.toMillis() / FRAME.toMillis() && !detaching.isUnderWay(); frame++) {
            Patience.pause(FRAME);
            display.show(captures, clock.instant());
        }
    }

    private boolean allEnded() {
        return captures.stream().allMatch(Sighting::hasEnded);
    }

    private ExitCode endedSoFar() {
        List<ExitCode> codes = new ArrayList<>();
        for (Sighting capture : captures) {
            CaptureResult result = capture.result();
            if (result != null) {
                codes.add(ExitCode.of(result));
            }
        }
        return ExitCode.highest(codes);
    }

    private String reattach() {
        return followers.stream()
                .map(follower -> "nightcap watch " + follower.run().id())
                .collect(Collectors.joining("; "));
    }
}
