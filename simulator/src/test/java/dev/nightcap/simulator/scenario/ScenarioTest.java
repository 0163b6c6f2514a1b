package dev.nightcap.simulator.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ScenarioTest {

    private static final Subject PUT =
            new Subject("packetCaptures.create", "PUT", "/x/packetCaptures/pc-1", "/vm/web-01");

    /** A clock that is moved by hand. */
    private static final class Hand extends Clock {
        private Instant now = Instant.EPOCH;

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    private final Hand clock = new Hand();
    private final Scenario scenario = new Scenario(clock, 7);

    private void lay(String json) {
        ScenarioText.parse("test", json.replace('\'', '"')).rules().forEach(scenario::lay);
    }

    private boolean strikes(Subject subject) {
        return !scenario.strike(subject, fault -> true).isEmpty();
    }

    private boolean strikesAt(long seconds) {
        clock.now = Instant.EPOCH.plusSeconds(seconds);
        return strikes(PUT);
    }

    @Test
    void strikes_inside_its_window_alone() {
        lay("{'rules':[{'after':'3s','for':'10s','fault':{'type':'refuse','status':503}}]}");
        assertThat(List.of(strikesAt(0), strikesAt(2), strikesAt(3), strikesAt(12), strikesAt(13)))
                .containsExactly(false, false, true, true, false);
    }

    @Test
    void counts_the_window_from_when_the_rule_was_laid_down() {
        clock.now = Instant.EPOCH.plusSeconds(100);
        lay("{'rules':[{'for':'5s','fault':{'type':'reset'}}]}");
        assertThat(strikesAt(104)).isTrue();
        assertThat(strikesAt(105)).isFalse();
    }

    @Test
    void lets_some_pass_and_then_strikes_so_many_times() {
        lay("{'rules':[{'on':'packetCaptures.create','skip':1,'times':2,'fault':{'type':'reset'}}]}");
        assertThat(strikes(new Subject("packetCaptures.get", "GET", "/x", ""))).isFalse();
        assertThat(List.of(strikes(PUT), strikes(PUT), strikes(PUT), strikes(PUT)))
                .containsExactly(false, true, true, false);
    }

    @Test
    void strikes_by_chance_the_same_way_for_the_same_seed() {
        String rule = "{'rules':[{'probability':0.3,'fault':{'type':'reset'}}]}";
        lay(rule);
        Scenario twin = new Scenario(clock, 7);
        ScenarioText.parse("twin", rule.replace('\'', '"')).rules().forEach(twin::lay);
        List<Boolean> ours = IntStream.range(0, 200).mapToObj(i -> strikes(PUT)).toList();
        List<Boolean> theirs = IntStream.range(0, 200)
                .mapToObj(i -> !twin.strike(PUT, fault -> true).isEmpty())
                .toList();
        assertThat(ours).isEqualTo(theirs);
        assertThat(ours.stream().filter(struck -> struck)).hasSizeBetween(40, 80);
    }

    @Test
    void looks_at_method_path_and_target() {
        lay("{'rules':[{'method':'put','path':'/PC-1$','target':'WEB-01','fault':{'type':'reset'}}]}");
        assertThat(strikes(PUT)).isTrue();
        assertThat(strikes(new Subject(PUT.operation(), "GET", PUT.path(), PUT.target())))
                .isFalse();
        assertThat(strikes(new Subject(PUT.operation(), "PUT", "/x/packetCaptures/pc-2", PUT.target())))
                .isFalse();
        assertThat(strikes(new Subject(PUT.operation(), "PUT", PUT.path(), "/vm/web-02")))
                .isFalse();
    }

    @Test
    void holds_until_it_is_lifted() {
        lay("{'rules':[{'name':'h','fault':{'type':'hold','what':'running'}}]}");
        assertThat(scenario.holds(Fault.Phase.RUNNING, PUT)).isTrue();
        assertThat(scenario.holds(Fault.Phase.BLOB, PUT)).isFalse();
        assertThat(scenario.lift("h")).isTrue();
        assertThat(scenario.holds(Fault.Phase.RUNNING, PUT)).isFalse();
        assertThat(scenario.lift("h")).isFalse();
    }

    @Test
    void holds_no_longer_than_its_window() {
        lay("{'rules':[{'for':'5s','fault':{'type':'hold','what':'create'}}]}");
        assertThat(scenario.holds(Fault.Phase.CREATE, PUT)).isTrue();
        clock.now = Instant.EPOCH.plusSeconds(5);
        assertThat(scenario.holds(Fault.Phase.CREATE, PUT)).isFalse();
    }

    @Test
    void reads_every_kind_of_fault() {
        List<Fault> faults = ScenarioText.parse("test", """
                        {"rules": [
                          {"fault": {"type": "refuse", "status": 429, "retryAfter": 3}},
                          {"fault": {"type": "reset"}},
                          {"fault": {"type": "stall", "by": "250ms"}},
                          {"fault": {"type": "failed", "operation": "stop"}},
                          {"fault": {"type": "captureError", "errors": ["AgentStopped"], "after": "2s"}},
                          {"fault": {"type": "blobLate", "by": "1m"}},
                          {"fault": {"type": "blobNever"}},
                          {"fault": {"type": "blobEmpty"}},
                          {"fault": {"type": "blobCut", "bytes": 7}},
                          {"fault": {"type": "quota", "sessions": 3}},
                          {"fault": {"type": "hold", "what": "delete"}}]}
                        """).rules().stream()
                .map(Rule::fault)
                .toList();
        assertThat(faults)
                .containsExactly(
                        new Fault.Refuse(
                                429,
                                "SubscriptionRequestsThrottled",
                                "The simulator's scenario says so.",
                                OptionalInt.of(3)),
                        new Fault.Reset(),
                        new Fault.Stall(Duration.ofMillis(250)),
                        new Fault.Failed("stop", "InternalServerError", "An error occurred."),
                        new Fault.CaptureError(List.of("AgentStopped"), Duration.ofSeconds(2)),
                        new Fault.BlobLate(Duration.ofMinutes(1)),
                        new Fault.BlobNever(),
                        new Fault.BlobEmpty(),
                        new Fault.BlobCut(7),
                        new Fault.Quota(3, 409, "QuotaExceeded"),
                        new Fault.Hold(Fault.Phase.DELETE));
    }

    @Test
    void names_every_fault_of_a_scenario_with_its_place() {
        assertThatThrownBy(() -> ScenarioText.parse("night.json", """
                        {"seeds": 1, "rules": [
                          {"name": "a", "after": "3 moons", "fault": {"type": "stall"}},
                          {"name": "a", "probability": 2, "path": "(", "fault": {"type": "captureError"}},
                          {"fault": {"type": "hold", "what": "breath"}}]}
                        """))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll(
                        "night.json",
                        "scenario.seeds: unknown",
                        "rules[0].after: must be a duration",
                        "rules[1].probability: must be a number from 0 to 1",
                        "rules[1].path: not a regular expression",
                        "rules[1].name: taken twice",
                        "rules[1].fault.errors: must name at least one",
                        "rules[2].fault.what: must be one of");
    }
}
