package dev.nightcap.worker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nightcap.activities.Activities;
import dev.nightcap.activities.ActivitiesConfig;
import dev.nightcap.activities.azure.AzureAccess;
import dev.nightcap.activities.azure.AzureConnection;
import dev.nightcap.activities.standing.TemporalStandings;
import dev.nightcap.activities.storage.BlobFiles;
import dev.nightcap.simulator.Simulator;
import dev.nightcap.simulator.SimulatorOptions;
import dev.nightcap.simulator.SimulatorState;
import dev.nightcap.simulator.scenario.Fault;
import dev.nightcap.simulator.scenario.Rule;
import dev.nightcap.workflows.alert.Standings.State;
import dev.nightcap.workflows.capture.Asker;
import dev.nightcap.workflows.capture.CaptureLimits;
import dev.nightcap.workflows.capture.CapturePolicy;
import dev.nightcap.workflows.capture.CaptureRequest;
import dev.nightcap.workflows.capture.CaptureResult;
import dev.nightcap.workflows.capture.Destination;
import dev.nightcap.workflows.capture.Evidence;
import dev.nightcap.workflows.capture.NetworkCapture;
import dev.nightcap.workflows.capture.Outcome;
import dev.nightcap.workflows.capture.Reason;
import dev.nightcap.workflows.capture.Visibility;
import dev.nightcap.workflows.target.CaptureId;
import dev.nightcap.workflows.target.ResourceId;
import dev.nightcap.workflows.target.Target;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowFailedException;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.WorkflowStub;
import io.temporal.failure.ApplicationFailure;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The worker with its real ports: SDK, simulator, Azurite; only the Temporal server is a small one. */
@Timeout(120)
class CaptureOnSimulatorTest {
    private static Simulator simulator;
    private static TemporalOnTest temporal;
    private static AzureConnection azure;
    private static Worker worker;

    @BeforeAll
    static void start() throws IOException {
        simulator = Simulator.start(SimulatorOptions.defaults());
        temporal = new TemporalOnTest();
        SimulatorState state = simulator.state();
        azure = new AzureConnection.Simulator(
                URI.create(state.arm()),
                URI.create(state.blob()),
                Path.of(state.ca()),
                state.accountKey(),
                state.tenant());
        Activities activities = Activities.of(ActivitiesConfig.of(azure), temporal.client());
        worker = new Worker(
                WorkerConfig.defaults().withGrace(Duration.ofSeconds(2)),
                temporal.client(),
                activities,
                temporal.metrics());
        worker.start();
    }

    @AfterAll
    static void end() {
        worker.close();
        temporal.close();
        simulator.close();
    }

    @AfterEach
    void calm_down() {
        simulator.scenario().liftAll();
    }

    private static ResourceId id(String typeAndName) {
        return ResourceId.parse("/subscriptions/" + simulator.state().subscription()
                + "/resourceGroups/night/providers/" + typeAndName);
    }

    private static CaptureRequest request(String typeAndName, Duration duration) {
        return new CaptureRequest(
                Target.of(id("Microsoft.Compute/" + typeAndName)).orElseThrow(),
                CaptureLimits.lasting(duration),
                List.of(),
                Destination.account(id("Microsoft.Storage/storageAccounts/nightcapevidence")),
                Asker.person("alice", null),
                new CapturePolicy(Duration.ofMinutes(1), Duration.ofSeconds(1), Duration.ofSeconds(20), List.of()),
                "test",
                "nightcap");
    }

    private static WorkflowStub start(CaptureRequest request) {
        WorkflowStub capture = temporal.client()
                .newUntypedWorkflowStub(
                        "NetworkCapture",
                        WorkflowOptions.newBuilder()
                                .setTaskQueue(NetworkCapture.TASK_QUEUE)
                                .setWorkflowId(CaptureId.workflowId(request.target()))
                                .setTypedSearchAttributes(Visibility.ofCapture(request))
                                .build());
        capture.start(request);
        return capture;
    }

    private static CaptureResult result(WorkflowStub capture) {
        try {
            return capture.getResult(CaptureResult.class);
        } catch (WorkflowFailedException failed) {
            return ((ApplicationFailure) failed.getCause()).getDetails().get(CaptureResult.class);
        }
    }

    @Test
    void proves_what_it_captured_and_leaves_a_record_of_it() {
        CaptureResult result = result(start(request("virtualMachines/web-01", Duration.ofSeconds(3))));

        assertThat(result.outcome()).as(result.sentence()).isEqualTo(Outcome.CAPTURED);
        assertThat(result.sessionRemoved()).isTrue();
        assertThat(result.leftBehind()).isEmpty();
        assertThat(result.evidence()).singleElement().satisfies(file -> {
            assertThat(file.packets()).isPositive();
            assertThat(file.sha256()).hasSize(64);
        });
        assertThat(result.verdict()).contains("SYN");
        String record = result.evidence().get(0).url().replaceFirst("\\.cap$", ".capture.json");
        assertThat(new BlobFiles(AzureAccess.open(azure)).look(record)).isPresent();
    }

    @Test
    void proves_every_instance_of_a_scale_set() {
        CaptureResult result = result(start(request("virtualMachineScaleSets/fleet", Duration.ofSeconds(3))));

        assertThat(result.outcome()).as(result.sentence()).isEqualTo(Outcome.CAPTURED);
        assertThat(result.evidence()).extracting(Evidence::instance).containsExactly("0", "1", "2");
    }

    @Test
    void keeps_the_evidence_when_stopped_early() {
        CaptureRequest request = request("virtualMachines/web-02", Duration.ofHours(1));
        WorkflowStub capture = start(request);
        awaitSession(request);
        capture.signal("stop", "bob");

        CaptureResult result = result(capture);

        assertThat(result.outcome()).as(result.sentence()).isIn(Outcome.CAPTURED, Outcome.EMPTY);
        assertThat(result.sentence() + result.phases()).contains("bob");
        assertThat(result.sessionRemoved()).isTrue();
    }

    /** Until Azure has taken the request for it. */
    private static void awaitSession(CaptureRequest request) {
        while (simulator.journal().stream()
                .noneMatch(line -> line.contains("queryStatus")
                        && simulator.journal().stream()
                                .anyMatch(put -> put.contains("\"PUT\"")
                                        && put.contains(request.target().shortName())))) {
            Thread.onSpinWait();
        }
    }

    @Test
    void fails_with_azures_reason_and_leaves_nothing_behind() {
        simulator
                .scenario()
                .lay(Rule.of("failed", "packetCaptures.create", new Fault.Failed("create", "AgentDown", "It sleeps."))
                        .once());

        CaptureResult result = result(start(request("virtualMachines/db-01", Duration.ofSeconds(2))));

        assertThat(result.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(result.reason()).isEqualTo(Reason.START_FAILED);
        assertThat(result.sentence()).contains("It sleeps.");
        assertThat(result.sessionRemoved()).isTrue();
        assertThat(state("virtualMachines/db-01")).isEqualTo(State.FAILED);
    }

    @Test
    void refuses_a_vm_that_does_not_run() {
        CaptureResult result = result(start(request("virtualMachines/off-01", Duration.ofSeconds(2))));

        assertThat(result.reason()).isEqualTo(Reason.VM_NOT_RUNNING);
        assertThat(result.next()).contains("az vm start");
    }

    @Test
    void knows_of_no_capture_of_a_target_that_never_had_one() {
        assertThat(state("virtualMachines/never")).isEqualTo(State.NONE);
    }

    private static State state(String typeAndName) {
        WorkflowClient client = temporal.client();
        Target target = Target.of(id("Microsoft.Compute/" + typeAndName)).orElseThrow();
        return new TemporalStandings(client)
                .describeCapture(CaptureId.of(target))
                .state();
    }
}
