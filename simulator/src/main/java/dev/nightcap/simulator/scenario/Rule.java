package dev.nightcap.simulator.scenario;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * One fault and when it strikes: of the matching occasions inside the window, the first {@code skip} pass, then each
 * strikes with {@code probability}, until {@code times} have struck.
 *
 * @param name unique within a scenario
 * @param probability from 0 to 1
 */
public record Rule(
        String name, Match match, Window window, int skip, OptionalInt times, double probability, Fault fault) {

    /** Strikes on every occasion of that operation. */
    public static Rule of(String name, String operation, Fault fault) {
        Match match = new Match(Optional.of(operation), Optional.empty(), Optional.empty(), Optional.empty());
        return new Rule(name, match, Window.always(), 0, OptionalInt.empty(), 1, fault);
    }

    public Rule once() {
        return new Rule(name, match, window, skip, OptionalInt.of(1), probability, fault);
    }

    public Rule skipping(int occasions) {
        return new Rule(name, match, window, occasions, times, probability, fault);
    }

    public Rule during(Window when) {
        return new Rule(name, match, when, skip, times, probability, fault);
    }
}
