package dev.nightcap.workflows.alert;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nightcap.workflows.Histories;
import dev.nightcap.workflows.Requests;
import dev.nightcap.workflows.alert.Standings.Standing;
import dev.nightcap.workflows.alert.Standings.State;
import dev.nightcap.workflows.alert.TargetDecision.Action;
import dev.nightcap.workflows.capture.Asker;
import dev.nightcap.workflows.capture.CaptureProgress;
import dev.nightcap.workflows.capture.CaptureRequest;
import dev.nightcap.workflows.capture.CaptureResult;
import dev.nightcap.workflows.capture.NetworkCapture;
import dev.nightcap.workflows.capture.Phase;
import dev.nightcap.workflows.capture.Visibility;
import dev.nightcap.workflows.target.CaptureId;
import dev.nightcap.workflows.target.ResourceId;
import dev.nightcap.workflows.target.Target;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.WorkflowStub;
import io.temporal.testing.TestWorkflowEnvironment;
import io.temporal.worker.Worker;
import io.temporal.workflow.Workflow;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of each target of an alert, by how its latest capture stands. */
final class AlertResponseTest {
    private static final Standing NONE = new Standing(State.NONE, null, null, null);

    private final TestWorkflowEnvironment environment = Histories.environment();
    /** Not the environment's own: waiting for a result by that one would skip ten years, to the end of the captures. */
    private final WorkflowClient client = WorkflowClient.newInstance(
            environment.getWorkflowServiceStubs(),
            WorkflowClientOptions.newBuilder().setIdentity("test").build());

    private final ScriptedStandings standings = new ScriptedStandings();

    /** Stands for a capture: runs until it is stopped, and remembers who else asked. */
    public static final class EndlessCapture implements NetworkCapture {
        private final List<Asker> also = new ArrayList<>();
        private boolean stopped;

        @Override
        public @Nullable CaptureResult run(CaptureRequest request) {
            Workflow.await(() -> stopped);
            return null;
        }

        @Override
        public void stop(String by) {
            stopped = true;
        }

        @Override
        public void alsoAskedBy(Asker asker) {
            also.add(asker);
        }

        @Override
        public CaptureProgress progress() {
            return new CaptureProgress(Requests.web01(), Phase.CAPTURING, List.of(), null, null, null, also, null);
        }
    }

    /** Answers with the script of a capture, one entry a call, the last for ever. */
    static final class ScriptedStandings implements Standings {
        private final Map<String, Queue<Standing>> scripts = new ConcurrentHashMap<>();

        void say(ResourceId target, Standing... answers) {
            scripts.put(id(target), new ArrayDeque<>(List.of(answers)));
        }

        @Override
        public synchronized Standing describeCapture(String captureId) {
            Queue<Standing> script = scripts.getOrDefault(captureId, new ArrayDeque<>(List.of(NONE)));
            return script.size() > 1 ? script.remove() : script.element();
        }
    }

    @BeforeEach
    void start() {
        Visibility.KEYS.forEach(key -> environment.registerSearchAttribute(key.getName(), key.getValueType()));
        Worker worker = environment.newWorker(NetworkCapture.TASK_QUEUE);
        worker.registerWorkflowImplementationTypes(AlertResponseWorkflow.class, EndlessCapture.class);
        worker.registerActivitiesImplementations(standings);
        environment.start();
    }

    @AfterEach
    void close() {
        environment.close();
    }

    @Test
    void starts_a_capture_that_outlives_the_response() {
        Decision decision = respond("a1", "resets", Requests.vm("web-01"));

        TargetDecision target = decision.targets().get(0);
        assertThat(target.action()).isEqualTo(Action.STARTED);
        assertThat(target.runId()).isNotBlank();
        var capture = client.newUntypedWorkflowStub(CaptureId.PREFIX + target.captureId())
                .describe();
        assertThat(capture.getExecution().getRunId()).isEqualTo(target.runId());
        assertThat(capture.getStatus().name()).endsWith("RUNNING");
        assertThat(capture.getTypedSearchAttributes().get(Visibility.ALERT_RULE))
                .isEqualTo("resets");
        Histories.keep(client, "alert-started", Alert.workflowId("a1"));
    }

    @Test
    void another_rule_joins_while_packets_are_taken_and_its_people_are_remembered() {
        ResourceId web = Requests.vm("web-01");
        String run = respond("a1", "resets", web).targets().get(0).runId();
        standings.say(web, new Standing(State.TAKING, run, "resets", null));

        TargetDecision second = respond("a2", "cpu", web).targets().get(0);

        assertThat(second.action()).isEqualTo(Action.JOINED);
        assertThat(second.runId()).isEqualTo(run);
        assertThat(alsoAsked(web)).extracting(Asker::alertRule).containsExactly("cpu");
        Histories.keep(client, "alert-joined", Alert.workflowId("a2"));
    }

    @Test
    void the_same_rule_joins_without_a_signal() {
        ResourceId web = Requests.vm("web-01");
        String run = respond("a1", "resets", web).targets().get(0).runId();
        standings.say(web, new Standing(State.TAKING, run, "resets", null));

        assertThat(respond("a2", "resets", web).targets().get(0).action()).isEqualTo(Action.JOINED);
        assertThat(alsoAsked(web)).isEmpty();
    }

    @Test
    void losing_the_race_to_start_joins_the_winner() {
        ResourceId web = Requests.vm("web-01");
        String run = respond("a1", "resets", web).targets().get(0).runId();
        standings.say(web, NONE, new Standing(State.TAKING, run, "resets", null));

        TargetDecision second = respond("a2", "resets", web).targets().get(0);

        assertThat(second.action()).isEqualTo(Action.JOINED);
        assertThat(second.runId()).isEqualTo(run);
    }

    @Test
    void the_cooldown_suppresses_says_until_when_and_names_the_capture() {
        ResourceId web = Requests.vm("web-01");
        Instant closed = Instant.ofEpochMilli(environment.currentTimeMillis()).minusSeconds(60);
        standings.say(web, new Standing(State.ENDED, "run-7", "resets", closed));

        TargetDecision target = respond("a1", "resets", web).targets().get(0);

        assertThat(target.action()).isEqualTo(Action.SUPPRESSED);
        assertThat(target.until()).isEqualTo(closed.plus(Duration.ofMinutes(15)));
        assertThat(target.runId()).isEqualTo("run-7");
        assertThat(target.sentence()).contains(id(web)).contains("suppressed until");
        Histories.keep(client, "alert-suppressed", Alert.workflowId("a1"));
    }

    @Test
    void a_capture_that_is_just_ending_suppresses_too() {
        ResourceId web = Requests.vm("web-01");
        standings.say(web, new Standing(State.ENDING, "run-7", "resets", null));

        assertThat(respond("a1", "resets", web).targets().get(0).action()).isEqualTo(Action.SUPPRESSED);
    }

    @Test
    void after_the_cooldown_a_new_capture_starts() {
        ResourceId web = Requests.vm("web-01");
        Instant closed = Instant.ofEpochMilli(environment.currentTimeMillis()).minusSeconds(901);
        standings.say(web, new Standing(State.ENDED, "run-7", "resets", closed));

        assertThat(respond("a1", "resets", web).targets().get(0).action()).isEqualTo(Action.STARTED);
    }

    @Test
    void a_capture_that_failed_suppresses_nothing() {
        ResourceId web = Requests.vm("web-01");
        Instant closed = Instant.ofEpochMilli(environment.currentTimeMillis());
        standings.say(web, new Standing(State.FAILED, "run-7", "resets", closed));

        assertThat(respond("a1", "resets", web).targets().get(0).action()).isEqualTo(Action.STARTED);
    }

    @Test
    void each_target_has_a_decision_of_its_own() {
        ResourceId web = Requests.vm("web-01");
        standings.say(web, new Standing(State.ENDING, "run-7", "resets", null));

        Decision decision = respond("a1", "resets", web, Requests.vm("web-02"), Requests.scaleSet("fleet"));

        assertThat(decision.targets())
                .extracting(target ->
                        target.target().shortName() + " " + target.action().code())
                .containsExactlyInAnyOrder("web-01 suppressed", "web-02 started", "fleet started");
    }

    private Decision respond(String alertId, String rule, ResourceId... targets) {
        List<CaptureRequest> captures = Stream.of(targets)
                .map(target -> Requests.of(target, Duration.ofMinutes(1), Asker.alert(alertId, rule, null)))
                .toList();
        Alert alert = new Alert(
                alertId,
                "azureMonitorCommonAlertSchema",
                null,
                rule,
                "Sev1",
                null,
                null,
                captures.stream().map(CaptureRequest::target).toList());
        AlertResponse stub = client.newWorkflowStub(
                AlertResponse.class,
                WorkflowOptions.newBuilder()
                        .setWorkflowId(Alert.workflowId(alertId))
                        .setTaskQueue(NetworkCapture.TASK_QUEUE)
                        .build());
        WorkflowClient.start(stub::respond, new AlertResponse.Order(alert, captures));
        return WorkflowStub.fromTyped(stub).getResult(Decision.class);
    }

    private List<Asker> alsoAsked(ResourceId target) {
        return client.newUntypedWorkflowStub(CaptureId.PREFIX + id(target))
                .query("progress", CaptureProgress.class)
                .alsoAskedBy();
    }

    private static String id(ResourceId target) {
        return CaptureId.of(Target.of(target).orElseThrow());
    }
}
