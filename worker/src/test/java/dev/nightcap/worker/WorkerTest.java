package dev.nightcap.worker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nightcap.workflows.capture.Asker;
import dev.nightcap.workflows.capture.CaptureLimits;
import dev.nightcap.workflows.capture.CapturePolicy;
import dev.nightcap.workflows.capture.CaptureRequest;
import dev.nightcap.workflows.capture.CaptureResult;
import dev.nightcap.workflows.capture.Destination;
import dev.nightcap.workflows.capture.NetworkCapture;
import dev.nightcap.workflows.capture.Outcome;
import dev.nightcap.workflows.capture.Visibility;
import dev.nightcap.workflows.target.CaptureId;
import dev.nightcap.workflows.target.ResourceId;
import dev.nightcap.workflows.target.VirtualMachine;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowOptions;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The worker as it ships, on a server of Temporal's own and with ports that only pretend. */
@Timeout(60)
class WorkerTest {
    private static final ResourceId VM = ResourceId.parse("/subscriptions/7a1c0000-0000-4000-8000-000000000001"
            + "/resourceGroups/night/providers/Microsoft.Compute/virtualMachines/web-01");
    private static final ResourceId ACCOUNT = ResourceId.parse("/subscriptions/7a1c0000-0000-4000-8000-000000000001"
            + "/resourceGroups/night/providers/Microsoft.Storage/storageAccounts/nightcapevidence");

    private final PretendedPorts ports = new PretendedPorts();
    private TemporalOnTest temporal;
    private WorkflowClient client;
    private Worker worker;

    @BeforeEach
    void start() throws IOException {
        temporal = new TemporalOnTest();
        client = temporal.client();
        worker = newWorker();
        worker.start();
    }

    private Worker newWorker() {
        WorkerConfig config = WorkerConfig.defaults().withMetricsPort(0).withGrace(Duration.ofSeconds(2));
        return new Worker(config, client, ports.activities(), temporal.metrics());
    }

    @AfterEach
    void end() {
        worker.close();
        temporal.close();
    }

    private NetworkCapture capture() {
        CaptureRequest request = request();
        NetworkCapture capture = client.newWorkflowStub(
                NetworkCapture.class,
                WorkflowOptions.newBuilder()
                        .setTaskQueue(NetworkCapture.TASK_QUEUE)
                        .setWorkflowId(CaptureId.workflowId(request.target()))
                        .setTypedSearchAttributes(Visibility.ofCapture(request))
                        .build());
        WorkflowClient.start(capture::run, request);
        return capture;
    }

    private static CaptureRequest request() {
        return new CaptureRequest(
                new VirtualMachine(VM),
                CaptureLimits.lasting(Duration.ofSeconds(1)),
                List.of(),
                Destination.account(ACCOUNT),
                Asker.person("alice", null),
                CapturePolicy.DEFAULT,
                "test",
                "nightcap");
    }

    private CaptureResult result() {
        return client.newUntypedWorkflowStub(CaptureId.workflowId(new VirtualMachine(VM)))
                .getResult(CaptureResult.class);
    }

    @Test
    void runs_a_capture_to_its_end_on_both_queues() {
        capture();

        CaptureResult result = result();

        assertThat(result.outcome()).isEqualTo(Outcome.CAPTURED);
        assertThat(result.sessionRemoved()).isTrue();
        assertThat(ports.calls())
                .contains("prepare", "start", "await", "collect", "read", "remove", "record", "announce");
    }

    @Test
    void leaves_a_running_capture_to_the_next_worker() {
        ports.holdReading();
        capture();
        ports.awaitCall("await");
        worker.close();
        ports.release();

        worker = newWorker();
        worker.start();

        assertThat(result().outcome()).isEqualTo(Outcome.CAPTURED);
    }

    @Test
    void serves_health_and_what_temporal_counts() throws Exception {
        capture();
        result();

        assertThat(get("/livez").statusCode()).isEqualTo(200);
        assertThat(get("/readyz").statusCode()).isEqualTo(200);
        assertThat(eventually("/metrics", "temporal_request_total")).contains("temporal_request_total");
    }

    private String eventually(String path, String wanted) throws Exception {
        String text = get(path).body();
        for (int look = 0; look < 100 && !text.contains(wanted); look++) {
            Thread.sleep(100);
            text = get(path).body();
        }
        return text;
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        URI url = URI.create("http://127.0.0.1:" + worker.metricsPort().getAsInt() + path);
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(url).build(), HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void names_the_commands_that_add_what_is_missing() {
        assertThat(new SearchAttributesMissing("night", List.of("NightcapTarget"), "PERMISSION_DENIED"))
                .hasMessageContaining("temporal operator search-attribute create --namespace night"
                        + " --name NightcapTarget --type Keyword");
    }
}
