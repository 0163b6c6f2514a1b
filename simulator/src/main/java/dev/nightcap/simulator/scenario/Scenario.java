package dev.nightcap.simulator.scenario;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;

/** The rules in force. Rules can be laid down and lifted while the simulator runs; all methods may be called on any thread. */
public final class Scenario {

    private final Clock clock;
    private final Random chance;
    private final List<Standing> standing = new ArrayList<>();

    /**
     * Begins without rules.
     *
     * @param seed decides every rule of a probability below 1
     */
    public Scenario(Clock clock, long seed) {
        this.clock = clock;
        this.chance = new Random(seed);
    }

    /** Puts the rule in force; its window counts from now. One of the same name is replaced. */
    public synchronized void lay(Rule rule) {
        lift(rule.name());
        standing.add(new Standing(rule, clock.instant()));
    }

    /** Ends a rule; what it held goes on. Says whether there was one. */
    public synchronized boolean lift(String name) {
        return standing.removeIf(one -> one.rule.name().equals(name));
    }

    public synchronized void liftAll() {
        standing.clear();
    }

    public synchronized List<Rule> rules() {
        return standing.stream().map(one -> one.rule).toList();
    }

    /** The faults of these kinds that strike the subject now. Each one that strikes is counted. */
    public synchronized List<Fault> strike(Subject subject, Predicate<Fault> kinds) {
        return standing.stream()
                .filter(one -> kinds.test(one.rule.fault()))
                .filter(one -> one.rule.match().fits(subject))
                .filter(one -> one.strikes(clock.instant(), chance))
                .map(one -> one.rule.fault())
                .toList();
    }

    /** Whether a hold on that phase fits the subject now. Asking is not counted: a hold lasts as long as its rule. */
    public synchronized boolean holds(Fault.Phase phase, Subject subject) {
        return standing.stream()
                .filter(one -> one.rule.fault() instanceof Fault.Hold hold && hold.what() == phase)
                .filter(one -> phase == Fault.Phase.REQUEST
                        ? one.rule.match().fits(subject)
                        : one.rule.match().fitsCapture(subject))
                .anyMatch(one -> one.rule.window().open(one.laidDown, clock.instant()));
    }

    private static final class Standing {
        private final Rule rule;
        private final Instant laidDown;
        private int occasions;
        private int strikes;

        Standing(Rule rule, Instant laidDown) {
            this.rule = rule;
            this.laidDown = laidDown;
        }

        boolean strikes(Instant now, Random chance) {
            boolean spent = rule.times().isPresent() && strikes >= rule.times().getAsInt();
            if (spent || !rule.window().open(laidDown, now)) {
                return false;
            }
            if (occasions < rule.skip()) {
                occasions++;
                return false;
            }
            if (rule.probability() < 1 && chance.nextDouble() >= rule.probability()) {
                return false;
            }
            strikes++;
            return true;
        }
    }
}
