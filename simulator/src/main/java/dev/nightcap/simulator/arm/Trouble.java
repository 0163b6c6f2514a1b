package dev.nightcap.simulator.arm;

import dev.nightcap.simulator.scenario.Fault;
import dev.nightcap.simulator.scenario.Scenario;
import dev.nightcap.simulator.scenario.Subject;
import dev.nightcap.simulator.web.Answer;
import dev.nightcap.simulator.web.Call;
import dev.nightcap.simulator.web.Dropped;
import dev.nightcap.simulator.web.Endpoint;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Does to a request what the scenario says: stalls or holds it first, then refuses it, or carries it out and drops the answer. */
final class Trouble implements Endpoint {

    private static final Duration LOOK = Duration.ofMillis(20);

    private final Scenario scenario;
    private final Function<Call, String> targets;
    private final Endpoint inner;

    /**
     * Stands before the inner endpoint.
     *
     * @param targets the id of the resource that a call's capture looks at, or the empty text
     */
    Trouble(Scenario scenario, Function<Call, String> targets, Endpoint inner) {
        this.scenario = scenario;
        this.targets = targets;
        this.inner = inner;
    }

    @Override
    public Answer answer(Call call) {
        Subject subject = new Subject(
                call.operation(), call.request().method(), call.request().path(), targets.apply(call));
        List<Fault> faults = scenario.strike(subject, Trouble::strikesRequest);
        for (Fault fault : faults) {
            if (fault instanceof Fault.Stall stall) {
                pause(stall.by());
            }
        }
        while (scenario.holds(Fault.Phase.REQUEST, subject)) {
            pause(LOOK);
        }
        for (Fault fault : faults) {
            if (fault instanceof Fault.Refuse refuse) {
                return refused(refuse);
            }
        }
        Answer answer = inner.answer(call);
        return faults.stream().anyMatch(Fault.Reset.class::isInstance) ? new Dropped(answer.reply()) : answer;
    }

    private static boolean strikesRequest(Fault fault) {
        return fault instanceof Fault.Refuse || fault instanceof Fault.Reset || fault instanceof Fault.Stall;
    }

    private static Answer refused(Fault.Refuse refuse) {
        Map<String, String> headers = refuse.retryAfter().isPresent()
                ? Map.of("Retry-After", Integer.toString(refuse.retryAfter().getAsInt()))
                : Map.of();
        return new ArmError(refuse.status(), refuse.code(), refuse.message(), headers).reply();
    }

    private static void pause(Duration length) {
        try {
            Thread.sleep(length.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the simulator is closing", e);
        }
    }
}
