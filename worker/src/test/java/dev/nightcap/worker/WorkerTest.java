package dev.nightcap.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nightcap.workflows.capture.Announcements;
import dev.nightcap.workflows.capture.Asker;
import dev.nightcap.workflows.capture.CaptureLimits;
import dev.nightcap.workflows.capture.CapturePolicy;
import dev.nightcap.workflows.capture.CaptureRequest;
import dev.nightcap.workflows.capture.CaptureResult;
import dev.nightcap.workflows.capture.Destination;
import dev.nightcap.workflows.capture.NetworkCapture;
import dev.nightcap.workflows.capture.Problem;
import dev.nightcap.workflows.capture.Reason;
import dev.nightcap.workflows.capture.Sessions;
import dev.nightcap.workflows.capture.Visibility;
import dev.nightcap.workflows.target.ResourceId;
import dev.nightcap.workflows.target.VirtualMachine;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowFailedException;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.WorkflowStub;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import io.temporal.testserver.TestServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The worker as it ships, on a server of its own, with ports that refuse. */
final class WorkerTest {
    private static final String GROUP = "/subscriptions/7a1c0000-0000-4000-8000-000000000001/resourceGroups/night";

    private final Metrics metrics = new Metrics();
    private final TestServer.InProcessTestServer server = TestServer.createServer(true);
    private final WorkflowServiceStubs stubs =
            WorkflowServiceStubs.newServiceStubs(WorkflowServiceStubsOptions.newBuilder()
                    .setChannel(server.getChannel())
                    .setMetricsScope(metrics.scope())
                    .addGrpcClientInterceptor(new NoStickyQueues())
                    .build());
    private final WorkflowClient client = WorkflowClient.newInstance(stubs);
    private final Worker worker = new Worker(
            new WorkerConfig(OptionalInt.of(0), Duration.ofSeconds(1)),
            client,
            metrics,
            List.of(new RefusingSessions(), (Announcements) announcement -> {}),
            List.of());

    static final class RefusingSessions implements Sessions {
        @Override
        public Prepared prepareCapture(PrepareOrder order) {
            throw Problem.of(Reason.VM_NOT_RUNNING, "web-01 is deallocated", "az vm start")
                    .toFailure();
        }

        @Override
        public Started startSession(StartOrder order) {
            throw new AssertionError("nothing may be started");
        }

        @Override
        public Ended awaitEnd(AwaitOrder order) {
            throw new AssertionError("nothing was started");
        }

        @Override
        public void stopSession(CloseOrder order) {}

        @Override
        public void removeSession(CloseOrder order) {}
    }

    @BeforeEach
    void start() {
        worker.start();
    }

    @AfterEach
    void close() {
        worker.close();
        metrics.close();
        stubs.shutdownNow();
        server.close();
    }

    @Test
    void runs_captures_with_the_columns_that_it_added() {
        ResourceId vm = ResourceId.parse(GROUP + "/providers/Microsoft.Compute/virtualMachines/web-01");
        CaptureRequest request = new CaptureRequest(
                new VirtualMachine(vm),
                CaptureLimits.lasting(Duration.ofSeconds(5)),
                List.of(),
                Destination.account(ResourceId.parse(GROUP + "/providers/Microsoft.Storage/storageAccounts/evidence")),
                Asker.person("alice", null),
                CapturePolicy.DEFAULT,
                "main",
                CaptureRequest.DEFAULT_PREFIX);
        WorkflowStub stub = client.newUntypedWorkflowStub(
                "NetworkCapture",
                WorkflowOptions.newBuilder()
                        .setWorkflowId("capture/web-01")
                        .setTaskQueue(NetworkCapture.TASK_QUEUE)
                        .setTypedSearchAttributes(Visibility.ofCapture(request))
                        .build());

        stub.start(request);

        assertThatThrownBy(() -> stub.getResult(CaptureResult.class))
                .isInstanceOf(WorkflowFailedException.class)
                .hasStackTraceContaining("web-01 is deallocated");
    }

    @Test
    void serves_health_and_metrics() throws Exception {
        assertThat(get("/livez")).isEqualTo("alive\n");
        assertThat(get("/readyz")).isEqualTo("ready\n");
        assertThat(get("/metrics")).contains("temporal_");
    }

    @Test
    void says_the_command_for_each_missing_column() {
        assertThat(SearchAttributes.commands("night", List.of("NightcapTarget", "NightcapKind")))
                .isEqualTo("""
                          temporal operator search-attribute create --namespace night --name NightcapTarget --type Keyword
                          temporal operator search-attribute create --namespace night --name NightcapKind --type Keyword\
                        """);
    }

    private String get(String path) throws IOException, InterruptedException {
        URI address = worker.monitoring().orElseThrow().resolve(path);
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString())
                .body();
    }
}
