package dev.nightcap.activities.watcher;

import static dev.nightcap.activities.Orders.prepare;
import static dev.nightcap.activities.Orders.request;
import static org.assertj.core.api.Assertions.assertThat;

import dev.nightcap.activities.Engine;
import dev.nightcap.activities.Orders;
import dev.nightcap.activities.SimulatedAzure;
import dev.nightcap.simulator.scenario.Fault;
import dev.nightcap.simulator.scenario.Rule;
import dev.nightcap.workflows.capture.CaptureRequest;
import dev.nightcap.workflows.capture.Destination;
import dev.nightcap.workflows.capture.Problem;
import dev.nightcap.workflows.capture.Reason;
import dev.nightcap.workflows.capture.Sessions;
import dev.nightcap.workflows.capture.Sessions.AwaitOrder;
import dev.nightcap.workflows.capture.Sessions.CloseOrder;
import dev.nightcap.workflows.capture.Sessions.Ended;
import dev.nightcap.workflows.capture.Sessions.Prepared;
import dev.nightcap.workflows.capture.Sessions.StartOrder;
import dev.nightcap.workflows.capture.Sessions.Started;
import dev.nightcap.workflows.capture.StopReason;
import dev.nightcap.workflows.target.Target;
import io.temporal.failure.ApplicationErrorCategory;
import io.temporal.failure.ApplicationFailure;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The port's contract, on the real SDK and the simulator. */
class WatcherSessionsTest {
    private final SimulatedAzure azure = SimulatedAzure.running();
    private final Engine engine = engine(AllowedScope.anything(), WatcherSessions.SESSION_LIMIT);
    private final Sessions sessions = engine.stub(Sessions.class);

    private Engine engine(AllowedScope allowed, int limit) {
        return new Engine(new WatcherSessions(azure.access(), allowed, limit, InstantSource.system()))
                .remembering(AttemptMemory.Asked.class);
    }

    @AfterEach
    void calm_down() {
        azure.simulator().scenario().liftAll();
        engine.close();
    }

    private StartOrder order(Target target) {
        CaptureRequest request = request(target);
        return Orders.start(request, sessions.prepareCapture(prepare(request)));
    }

    private long puts(StartOrder order) {
        return azure.simulator().journal().stream()
                .filter(line -> line.contains("\"PUT\"")
                        && line.contains(order.session().name()))
                .count();
    }

    @Test
    void says_what_it_found_before_the_start() {
        Prepared prepared = sessions.prepareCapture(prepare(request(azure.vm("web-01"))));

        assertThat(prepared.region()).isEqualTo("eastus2");
        assertThat(prepared.watcher().name()).isEqualTo("NetworkWatcher_eastus2");
        assertThat(prepared.storageAccount()).isEqualTo(azure.account("nightcapevidence"));
        assertThat(prepared.remark()).matches("eastus2, agent ok, \\d+ of 10000 sessions");
    }

    @Test
    void takes_a_capture_from_its_start_to_its_removal() {
        StartOrder order = order(azure.vm("web-01"));

        Started started = engine.untilDone(() -> sessions.startSession(order));
        Ended ended = engine.untilDone(() -> sessions.awaitEnd(awaiting(order, started)));
        engine.untilDone(() -> sessions.removeSession(closing(order)));

        assertThat(started.adopted()).isFalse();
        assertThat(started.storagePath()).contains("/virtualmachines/web-01/").endsWith(".cap");
        assertThat(ended).isEqualTo(new Ended(StopReason.TIME_LIMIT, "TimeExceeded", List.of()));
        assertThat(puts(order)).isEqualTo(1);
        assertThat(engine.untilDone(() -> sessions.awaitEnd(awaiting(order, started)))
                        .reason())
                .isEqualTo(StopReason.SESSION_DELETED);
    }

    @Test
    void adopts_the_session_when_the_answer_to_the_request_was_lost() {
        StartOrder order = order(azure.vm("web-01"));
        azure.simulator()
                .scenario()
                .lay(Rule.of("lost", "packetCaptures.create", new Fault.Reset()).once());

        Started started = engine.untilDone(() -> sessions.startSession(order));
        engine.untilDone(() -> sessions.removeSession(closing(order)));

        assertThat(started.adopted()).isTrue();
        assertThat(puts(order)).isEqualTo(1);
    }

    @Test
    void ends_a_start_that_azure_gave_up_with_azures_reason() {
        StartOrder order = order(azure.vm("web-01"));
        azure.simulator()
                .scenario()
                .lay(Rule.of("failed", "packetCaptures.create", new Fault.Failed("create", "AgentDown", "It sleeps."))
                        .once());

        Problem problem = Engine.problemOf(() -> engine.untilDone(() -> sessions.startSession(order)));
        engine.untilDone(() -> sessions.removeSession(closing(order)));

        assertThat(problem.reason()).isEqualTo(Reason.START_FAILED);
        assertThat(problem.sentence()).contains("web-01", "AgentDown", "It sleeps.");
        assertThat(problem.azure()).isNotNull().extracting("code").isEqualTo("AgentDown");
    }

    @Test
    void waits_in_the_queue_when_azure_names_its_limit_and_goes_on_when_it_may() {
        StartOrder order = order(azure.vm("web-01"));
        azure.simulator()
                .scenario()
                .lay(Rule.of("quota", "packetCaptures.create", refusal(409, "QuotaExceeded", "No more.", 1))
                        .once());

        Started started = engine.untilDone(() -> sessions.startSession(order));
        engine.untilDone(() -> sessions.removeSession(closing(order)));

        assertThat(engine.waits().get(0)).contains("waiting for a free session", "QuotaExceeded");
        assertThat(started.storagePath()).isNotNull();
    }

    @Test
    void leaves_the_queue_with_its_reason_when_the_time_is_over() {
        StartOrder order = order(azure.vm("web-01"));
        azure.simulator()
                .scenario()
                .lay(Rule.of("quota", "packetCaptures.create", refusal(409, "QuotaExceeded", "No more.", 1)));
        StartOrder late = new StartOrder(order.request(), order.session(), order.storageAccount(), Orders.past());

        assertThat(Engine.problemOf(() -> sessions.startSession(late)).reason()).isEqualTo(Reason.QUEUE_DEADLINE);
    }

    @Test
    void queues_before_the_start_while_all_sessions_are_taken() {
        StartOrder order = order(azure.vm("web-02"));
        engine.untilDone(() -> sessions.startSession(order));
        try (Engine full = engine(AllowedScope.anything(), 1)) {
            ApplicationFailure failure = Engine.causeOf(
                    () -> full.stub(Sessions.class).prepareCapture(prepare(request(azure.vm("web-01")))));

            assertThat(failure.getOriginalMessage())
                    .matches("waiting for a free session: \\d+ of 1 are taken in eastus2");
            assertThat(failure.getCategory()).isEqualTo(ApplicationErrorCategory.BENIGN);
            assertThat(failure.isNonRetryable()).isFalse();
        }
        engine.untilDone(() -> sessions.removeSession(closing(order)));
    }

    @Test
    void stops_a_session_that_runs_and_is_content_with_one_that_has_stopped() {
        CaptureRequest request = Orders.request(
                azure.vm("web-02"), Destination.account(azure.account("nightcapevidence")), Duration.ofMinutes(5));
        StartOrder order = Orders.start(request, sessions.prepareCapture(prepare(request)));
        Started started = engine.untilDone(() -> sessions.startSession(order));

        engine.untilDone(() -> sessions.stopSession(closing(order)));
        engine.untilDone(() -> sessions.stopSession(closing(order)));

        assertThat(sessions.awaitEnd(awaiting(order, started)).reason()).isEqualTo(StopReason.STOPPED_ELSEWHERE);
        engine.untilDone(() -> sessions.removeSession(closing(order)));
        engine.untilDone(() -> sessions.removeSession(closing(order)));
    }

    @Test
    void reports_the_agents_errors() {
        azure.simulator()
                .scenario()
                .lay(Rule.of(
                        "agent",
                        "packetCaptures.create",
                        new Fault.CaptureError(List.of("StorageFailed"), Duration.ofMillis(100))));
        StartOrder order = order(azure.vm("web-01"));
        Started started = engine.untilDone(() -> sessions.startSession(order));

        Ended ended = engine.untilDone(() -> sessions.awaitEnd(awaiting(order, started)));

        assertThat(ended.reason()).isEqualTo(StopReason.ERROR);
        assertThat(ended.errors()).containsExactly("StorageFailed");
        engine.untilDone(() -> sessions.removeSession(closing(order)));
    }

    @Test
    void gives_up_at_its_deadline_while_the_session_still_runs() {
        StartOrder order = order(azure.vm("web-01"));
        Started started = engine.untilDone(() -> sessions.startSession(order));
        AwaitOrder late = new AwaitOrder(order.session(), order.request().limits(), started.startedAt(), Orders.past());

        assertThat(sessions.awaitEnd(late).reason()).isIn(StopReason.DEADLINE, StopReason.TIME_LIMIT);
        engine.untilDone(() -> sessions.removeSession(closing(order)));
    }

    @Test
    void names_the_permission_that_is_missing() {
        StartOrder order = order(azure.vm("web-01"));
        azure.simulator()
                .scenario()
                .lay(Rule.of(
                        "rbac",
                        "packetCaptures.create",
                        refusal(
                                403,
                                "AuthorizationFailed",
                                "The client 'x' with object id 'x' does not have authorization to perform action"
                                        + " 'Microsoft.Network/networkWatchers/packetCaptures/write' over scope '/subscriptions/s' or"
                                        + " the scope is invalid.",
                                0)));

        Problem problem = Engine.problemOf(() -> sessions.startSession(order));

        assertThat(problem.reason()).isEqualTo(Reason.NOT_PERMITTED);
        assertThat(problem.sentence()).contains("Microsoft.Network/networkWatchers/packetCaptures/write");
        assertThat(problem.azure()).isNotNull().extracting("correlationId").isNotNull();
    }

    @Test
    void waits_as_long_as_a_throttled_answer_asks() {
        StartOrder order = order(azure.vm("web-01"));
        azure.simulator()
                .scenario()
                .lay(Rule.of(
                        "throttle", "packetCaptures.get", refusal(429, "SubscriptionRequestsThrottled", "Slow.", 17)));

        ApplicationFailure failure = Engine.causeOf(() -> sessions.startSession(order));

        assertThat(failure.getNextRetryDelay()).isEqualTo(Duration.ofSeconds(17));
        assertThat(failure.getCategory()).isEqualTo(ApplicationErrorCategory.BENIGN);
    }

    @Test
    void leaves_a_session_of_another_naming_alone() {
        StartOrder order = order(azure.vm("web-01"));
        Sessions.Session foreign =
                new Sessions.Session(order.session().target(), order.session().watcher(), "somebodys-capture");

        Problem problem = Engine.problemOf(() -> sessions.removeSession(new CloseOrder(foreign, Orders.soon())));

        assertThat(problem.reason()).isEqualTo(Reason.INTERNAL);
    }

    private static AwaitOrder awaiting(StartOrder order, Started started) {
        return new AwaitOrder(order.session(), order.request().limits(), started.startedAt(), Orders.soon());
    }

    private static CloseOrder closing(StartOrder order) {
        return new CloseOrder(order.session(), Orders.soon());
    }

    private static Fault refusal(int status, String code, String message, int retryAfter) {
        return new Fault.Refuse(
                status, code, message, retryAfter == 0 ? OptionalInt.empty() : OptionalInt.of(retryAfter));
    }
}
