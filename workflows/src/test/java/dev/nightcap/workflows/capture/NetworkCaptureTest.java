package dev.nightcap.workflows.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.nightcap.workflows.Histories;
import dev.nightcap.workflows.Requests;
import dev.nightcap.workflows.capture.EvidenceStore.Collected;
import dev.nightcap.workflows.capture.EvidenceStore.StoredFile;
import dev.nightcap.workflows.capture.Sessions.Ended;
import dev.nightcap.workflows.target.CaptureId;
import io.temporal.api.enums.v1.WorkflowExecutionStatus;
import io.temporal.client.WorkflowFailedException;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.WorkflowStub;
import io.temporal.failure.ApplicationFailure;
import io.temporal.failure.CanceledFailure;
import io.temporal.testing.TestWorkflowEnvironment;
import io.temporal.worker.Worker;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each path through the story of a capture, under skipped time. */
final class NetworkCaptureTest {
    private final TestWorkflowEnvironment environment = Histories.environment();
    private final ScriptedPorts ports = new ScriptedPorts(environment);
    private String id = "";

    @BeforeEach
    void start() {
        Visibility.KEYS.forEach(key -> environment.registerSearchAttribute(key.getName(), key.getValueType()));
        Worker story = environment.newWorker(NetworkCapture.TASK_QUEUE);
        story.registerWorkflowImplementationTypes(NetworkCaptureWorkflow.class);
        story.registerActivitiesImplementations(ports);
        environment.newWorker(NetworkCapture.READ_TASK_QUEUE).registerActivitiesImplementations(ports);
        environment.start();
    }

    @AfterEach
    void close() {
        environment.close();
    }

    @Test
    void captures_verifies_cleans_up_and_tells() {
        CaptureResult result = run(Requests.web01());

        assertThat(result.outcome()).isEqualTo(Outcome.CAPTURED);
        assertThat(result.reason()).isEqualTo(Reason.EVIDENCE_VERIFIED);
        assertThat(result.sentence())
                .isEqualTo("412 packets in 4.0 KiB, read back whole; ended by its time limit of 60 s");
        assertThat(result.stopReason()).isEqualTo(StopReason.TIME_LIMIT);
        assertThat(result.sessionRemoved()).isTrue();
        assertThat(result.evidence()).hasSize(1);
        assertThat(result.verdict()).contains("37 of 412");
        assertThat(result.leftBehind()).isEmpty();
        assertThat(result.phases())
                .extracting(CaptureResult.PhaseRecord::name)
                .containsExactly(
                        Phase.PREPARE,
                        Phase.START,
                        Phase.CAPTURING,
                        Phase.EVIDENCE,
                        Phase.READ,
                        Phase.REMOVE,
                        Phase.ANNOUNCE,
                        Phase.ENDED);
        assertThat(ports.count("start")).isOne();
        assertThat(ports.count("stop")).isZero();
        assertThat(ports.recorded).hasSize(1);
        assertThat(ports.announcements)
                .extracting(Announcements.Announcement::channel)
                .containsExactlyInAnyOrder("log", "teams");
        keep("captured");
    }

    @Test
    void the_session_is_named_after_prefix_installation_and_run() {
        run(Requests.web01());

        assertThat(ports.starts.get(0).session().name()).matches("nightcap-main-[0-9a-f]{12}");
    }

    @Test
    void history_is_as_long_for_hours_as_for_a_minute() {
        assertThat(events(Duration.ofHours(5))).isEqualTo(events(Duration.ofMinutes(1)));
        assertThat(ports.count("look")).isGreaterThan(20);
    }

    /** But workflow tasks: how many answers one of them takes is the server's affair. */
    private long events(Duration duration) {
        WorkflowStub stub = begin(Requests.of(Requests.vm("web-01"), duration, Asker.person("alice", null)));
        stub.getResult(CaptureResult.class);
        return environment
                .getWorkflowClient()
                .fetchHistory(id, stub.getExecution().getRunId())
                .getEvents()
                .stream()
                .filter(event -> !event.getEventType().name().contains("WORKFLOW_TASK"))
                .count();
    }

    @Test
    void a_whole_file_without_packets_is_empty() {
        ports.reading = ScriptedPorts.reading("", 0, 24, false);

        CaptureResult result = run(Requests.web01());

        assertThat(result.outcome()).isEqualTo(Outcome.EMPTY);
        assertThat(result.reason()).isEqualTo(Reason.NO_PACKETS);
        assertThat(result.sentence()).contains("the VM sent and received nothing");
        keep("empty");
    }

    @Test
    void a_file_that_is_cut_short_is_damaged() {
        ports.reading = ScriptedPorts.reading("", 300, 4096, true);

        CaptureResult result = run(Requests.web01());

        assertThat(result.outcome()).isEqualTo(Outcome.DAMAGED);
        assertThat(result.reason()).isEqualTo(Reason.FILE_CUT_SHORT);
        keep("damaged");
    }

    @Test
    void a_file_of_no_bytes_is_damaged() {
        ports.reading = ScriptedPorts.reading("", 0, 0, false);

        assertThat(run(Requests.web01()).reason()).isEqualTo(Reason.FILE_EMPTY);
    }

    @Test
    void a_file_that_never_arrives_is_missing() {
        ports.collected = new Collected(List.of(), 1);

        CaptureResult result = run(Requests.web01());

        assertThat(result.outcome()).isEqualTo(Outcome.MISSING);
        assertThat(result.sessionRemoved()).isTrue();
        assertThat(ports.count("read")).isZero();
        keep("missing");
    }

    @Test
    void a_file_on_the_vm_only_is_unverified_and_says_where_it_is() {
        ports.storagePath = null;
        CaptureRequest request = onVm("/var/captures/night.cap");

        CaptureResult result = run(request);

        assertThat(result.outcome()).isEqualTo(Outcome.UNVERIFIED);
        assertThat(result.reason()).isEqualTo(Reason.KEPT_ON_VM);
        assertThat(result.sentence()).contains("/var/captures/night.cap");
        assertThat(ports.count("collect")).isZero();
        keep("unverified");
    }

    @Test
    void a_format_that_nobody_can_read_is_unverified() {
        ports.reading = ScriptedPorts.reading("", -1, 4096, false);

        assertThat(run(Requests.web01()).reason()).isEqualTo(Reason.FORMAT_UNKNOWN);
    }

    @Test
    void a_file_that_cannot_be_opened_is_unverified() {
        ports.failing("read", Problem.of(Reason.NOT_PERMITTED, "the blob may not be read", "grant it"));

        CaptureResult result = run(Requests.web01());

        assertThat(result.outcome()).isEqualTo(Outcome.UNVERIFIED);
        assertThat(result.sentence()).contains("the blob may not be read");
        assertThat(result.sessionRemoved()).isTrue();
    }

    @Test
    void what_a_person_must_mend_fails_before_anything_is_started() {
        ports.failing("prepare", Problem.of(Reason.VM_NOT_RUNNING, "web-01 is deallocated", "az vm start"));

        CaptureResult result = failed(Requests.web01());

        assertThat(result.reason()).isEqualTo(Reason.VM_NOT_RUNNING);
        assertThat(result.sentence()).isEqualTo("web-01 is deallocated");
        assertThat(result.next()).isEqualTo("az vm start");
        assertThat(ports.count("start")).isZero();
        assertThat(ports.count("remove")).isZero();
        assertThat(ports.announcements).hasSize(2);
        keep("failed");
    }

    @Test
    void a_start_that_fails_looks_again_for_what_it_may_have_left() {
        AzureError azure = new AzureError("VmAgentBusy", "c0ffee");
        ports.failing("start", new Problem(Reason.START_FAILED, "Azure refused the session", null, azure));

        CaptureResult result = failed(Requests.web01());

        assertThat(result.reason()).isEqualTo(Reason.START_FAILED);
        assertThat(result.azure()).isEqualTo(azure);
        assertThat(ports.count("remove")).isOne();
    }

    @ParameterizedTest
    @CsvSource({
        "AgentStopped, AGENT_STOPPED",
        "StorageFailed, STORAGE_FAILED",
        "LocalFileFailed, LOCAL_FILE_FAILED",
        "CaptureFailed, CAPTURE_FAILED",
        "SomethingNew, AZURE_ERROR"
    })
    void an_error_of_azure_without_a_file_fails_with_that_reason(String error, Reason reason) {
        ports.ended = new Ended(StopReason.ERROR, null, List.of(error));
        ports.collected = new Collected(List.of(), 1);

        CaptureResult result = failed(Requests.web01());

        assertThat(result.reason()).isEqualTo(reason);
        assertThat(result.sentence()).contains(error);
        assertThat(result.sessionRemoved()).isTrue();
    }

    @Test
    void an_error_of_azure_that_left_a_whole_file_is_captured_and_says_so() {
        ports.ended = new Ended(StopReason.ERROR, null, List.of("AgentStopped"));

        CaptureResult result = run(Requests.web01());

        assertThat(result.outcome()).isEqualTo(Outcome.CAPTURED);
        assertThat(result.sentence()).contains("AgentStopped");
    }

    @Test
    void a_session_that_runs_past_every_limit_is_stopped_at_the_deadline() {
        ports.stretched("look", Duration.ofDays(1));

        CaptureResult result = run(Requests.web01());

        assertThat(result.stopReason()).isEqualTo(StopReason.DEADLINE);
        assertThat(result.outcome()).isEqualTo(Outcome.CAPTURED);
        assertThat(ports.count("stop")).isOne();
    }

    @Test
    void the_byte_limit_is_recognised_by_the_size_of_the_file() {
        ports.ended = new Ended(StopReason.UNKNOWN, null, List.of());
        ports.collected = new Collected(List.of(new StoredFile(ScriptedPorts.PATH, "", 990)), 1);
        CaptureRequest asked = Requests.web01();
        CaptureRequest request = new CaptureRequest(
                asked.target(),
                new CaptureLimits(Duration.ofMinutes(1), 1000, 0),
                List.of(),
                asked.destination(),
                asked.askedBy(),
                asked.policy(),
                asked.installation(),
                asked.namePrefix());

        assertThat(run(request).stopReason()).isEqualTo(StopReason.BYTE_LIMIT);
    }

    @Test
    void losing_sight_of_a_session_still_stops_collects_and_removes() {
        ports.failing("look", Problem.of(Reason.NOT_PERMITTED, "queryStatus is not permitted any more", "grant it"));

        CaptureResult result = run(Requests.web01());

        assertThat(result.outcome()).isEqualTo(Outcome.CAPTURED);
        assertThat(ports.calls).containsSubsequence("look", "stop", "collect", "read", "remove");
    }

    @Test
    void what_could_not_be_removed_is_named() {
        ports.failing("remove", Problem.of(Reason.NOT_PERMITTED, "delete is not permitted", "grant it"));

        CaptureResult result = run(Requests.web01());

        assertThat(result.outcome()).isEqualTo(Outcome.CAPTURED);
        assertThat(result.sessionRemoved()).isFalse();
        assertThat(result.leftBehind())
                .containsExactly("session " + ports.starts.get(0).session().name());
        assertThat(result.sentence()).contains("left behind");
    }

    @Test
    void a_broken_channel_blocks_no_other() {
        ports.failing("announce teams", Problem.of(Reason.INTERNAL, "410 Gone", "mend the channel"));

        CaptureResult result = run(Requests.web01());

        assertThat(result.outcome()).isEqualTo(Outcome.CAPTURED);
        assertThat(ports.announcements)
                .extracting(Announcements.Announcement::channel)
                .containsExactly("log");
        assertThat(result.phases().get(6).remark()).isEqualTo("log, teams FAILED");
    }

    @Test
    void every_instance_of_a_scale_set_is_read_and_a_missing_one_is_said() {
        ports.collected = new Collected(
                List.of(new StoredFile("https://a/0.cap", "0", 10), new StoredFile("https://a/2.cap", "2", 10)), 3);
        CaptureRequest request =
                Requests.of(Requests.scaleSet("fleet"), Duration.ofMinutes(1), Asker.person("alice", null));

        CaptureResult result = run(request);

        assertThat(result.outcome()).isEqualTo(Outcome.CAPTURED);
        assertThat(result.reason()).isEqualTo(Reason.SOME_FILES_MISSING);
        assertThat(result.sentence()).startsWith("2 of 3 files arrived");
        assertThat(result.evidence()).extracting(Evidence::instance).containsExactly("0", "2");
        assertThat(result.verdict()).startsWith("instance 0: ");
    }

    @Test
    void stop_ends_early_and_keeps_the_evidence() {
        ports.onceCalled("look", () -> later(() -> stub().signal("stop", "bob")));

        CaptureResult result =
                run(Requests.of(Requests.vm("web-01"), Duration.ofHours(1), Asker.person("alice", null)));

        assertThat(result.outcome()).isEqualTo(Outcome.CAPTURED);
        assertThat(result.stopReason()).isEqualTo(StopReason.REQUEST);
        assertThat(result.sentence()).contains("stopped early by bob");
        assertThat(ports.calls).containsSubsequence("stop", "collect", "read", "remove");
        assertThat(ports.count("discard")).isZero();
        keep("stopped");
    }

    @Test
    void stop_before_the_start_starts_nothing() {
        ports.stretched("prepare", Duration.ofMinutes(5));
        ports.onceCalled("prepare", () -> later(() -> stub().signal("stop", "bob")));

        CaptureResult result = run(Requests.web01());

        assertThat(result.outcome()).isEqualTo(Outcome.CANCELLED);
        assertThat(result.reason()).isEqualTo(Reason.STOPPED_BEFORE_START);
        assertThat(ports.count("start")).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"start", "collect", "read", "remove", "announce log"})
    void stop_in_any_later_phase_keeps_the_evidence(String step) {
        ports.stretched(step, Duration.ofMinutes(1));
        ports.onceCalled(step, () -> later(() -> stub().signal("stop", "bob")));

        CaptureResult result = run(Requests.web01());

        assertThat(result.outcome()).isEqualTo(Outcome.CAPTURED);
        assertThat(result.evidence()).hasSize(1);
        assertThat(result.sessionRemoved()).isTrue();
        assertThat(ports.count("stop")).isEqualTo(step.equals("start") ? 1 : 0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"prepare", "start", "look", "collect", "read", "remove", "announce log"})
    void cancel_in_any_phase_keeps_nothing_and_leaves_nothing(String step) {
        ports.stretched(step, Duration.ofMinutes(1));
        ports.onceCalled(step, () -> later(() -> stub().cancel()));

        WorkflowStub stub = begin(Requests.web01());
        assertThat(catchThrowableOfType(WorkflowFailedException.class, () -> stub.getResult(CaptureResult.class)))
                .hasCauseInstanceOf(CanceledFailure.class);

        CaptureResult result = stub.query("progress", CaptureProgress.class).result();
        assertThat(status()).isEqualTo(WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_CANCELED);
        assertThat(result.outcome()).isEqualTo(Outcome.CANCELLED);
        assertThat(result.evidence()).isEmpty();
        assertThat(result.sessionRemoved()).isTrue();
        boolean started = ports.count("start") > 0;
        assertThat(ports.count("discard")).isEqualTo(started ? 1 : 0);
        assertThat(ports.count("remove") > 0).isEqualTo(started);
        assertThat(ports.announcements
                        .get(ports.announcements.size() - 1)
                        .capture()
                        .result()
                        .outcome())
                .isEqualTo(Outcome.CANCELLED);
        if (step.equals("look")) {
            keep("cancelled");
        }
    }

    @Test
    void a_file_that_cannot_be_discarded_is_named() {
        ports.failing("discard", Problem.of(Reason.NOT_PERMITTED, "delete is not permitted", "grant it"));
        ports.onceCalled("look", () -> later(() -> stub().cancel()));

        WorkflowStub stub = begin(Requests.web01());
        assertThat(catchThrowableOfType(WorkflowFailedException.class, () -> stub.getResult(CaptureResult.class)))
                .isNotNull();

        assertThat(stub.query("progress", CaptureProgress.class).result().leftBehind())
                .containsExactly(ScriptedPorts.PATH);
    }

    @Test
    void people_of_other_rules_are_told_too() {
        Asker other = Asker.alert("5eed", "cpu", null);
        ports.onceCalled("look", () -> later(() -> stub().signal("alsoAskedBy", other)));

        run(Requests.web01());

        assertThat(ports.announcements.get(0).askers()).contains(other);
    }

    @Test
    void the_columns_of_the_web_ui_are_set() {
        run(Requests.web01());

        var attributes = stub().describe().getTypedSearchAttributes();
        assertThat(attributes.get(Visibility.TARGET)).isEqualTo("web-01");
        assertThat(attributes.get(Visibility.KIND)).isEqualTo("vm");
        assertThat(attributes.get(Visibility.TRIGGER)).isEqualTo("person");
        assertThat(attributes.get(Visibility.PHASE)).isEqualTo("ended");
        assertThat(attributes.get(Visibility.OUTCOME)).isEqualTo("captured");
    }

    private static CaptureRequest onVm(String path) {
        CaptureRequest asked = Requests.web01();
        return new CaptureRequest(
                asked.target(),
                asked.limits(),
                asked.filters(),
                new Destination(null, Map.of(), path),
                asked.askedBy(),
                asked.policy(),
                asked.installation(),
                asked.namePrefix());
    }

    private CaptureResult run(CaptureRequest request) {
        return begin(request).getResult(CaptureResult.class);
    }

    private CaptureResult failed(CaptureRequest request) {
        WorkflowStub stub = begin(request);
        WorkflowFailedException failure =
                catchThrowableOfType(WorkflowFailedException.class, () -> stub.getResult(CaptureResult.class));
        assertThat(status()).isEqualTo(WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_FAILED);
        ApplicationFailure cause = (ApplicationFailure) failure.getCause();
        assertThat(cause.getType()).isEqualTo(NetworkCapture.FAILURE_TYPE);
        CaptureResult result = cause.getDetails().get(CaptureResult.class);
        assertThat(result.outcome()).isEqualTo(Outcome.FAILED);
        return result;
    }

    private WorkflowStub begin(CaptureRequest request) {
        id = CaptureId.workflowId(request.target());
        WorkflowStub stub = environment
                .getWorkflowClient()
                .newUntypedWorkflowStub(
                        "NetworkCapture",
                        WorkflowOptions.newBuilder()
                                .setWorkflowId(id)
                                .setTaskQueue(NetworkCapture.TASK_QUEUE)
                                .setTypedSearchAttributes(Visibility.ofCapture(request))
                                .setStaticSummary(LivePage.summary(request))
                                .setStaticDetails(LivePage.request(request))
                                .build());
        stub.start(request);
        return stub;
    }

    private WorkflowStub stub() {
        return environment.getWorkflowClient().newUntypedWorkflowStub(id);
    }

    /** In ten seconds of the skipped time, while the step that is stretched says "not yet". */
    private void later(Runnable action) {
        environment.registerDelayedCallback(Duration.ofSeconds(10), action);
    }

    private WorkflowExecutionStatus status() {
        return stub().describe().getStatus();
    }

    private void keep(String name) {
        Histories.keep(environment.getWorkflowClient(), name, id);
    }
}
