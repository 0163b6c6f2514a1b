package dev.nightcap.starter.demo;

import dev.nightcap.starter.captures.Temporal;
import dev.nightcap.starter.local.DevServer;
import dev.nightcap.worker.NoStickyQueue;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.temporal.api.workflowservice.v1.RegisterNamespaceRequest;
import io.temporal.client.WorkflowClient;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import io.temporal.testserver.TestServer;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * The Temporal that a demo runs on: what is there, else the in-process server. Always in a namespace of the demo's own,
 * so that no worker which is connected to real Azure takes its steps, and its worker takes nobody's.
 */
final class DemoTemporal {
    private static final String NAMESPACE = "nightcap-demo";
    private static final long RETENTION_SECONDS = 30L * 24 * 60 * 60;

    private DemoTemporal() {}

    /** @param opened takes what has to be closed at the end */
    static Temporal open(Map<String, String> environment, Consumer<String> progress, Consumer<AutoCloseable> opened) {
        boolean addressed = !environment.getOrDefault("TEMPORAL_ADDRESS", "").isBlank();
        if (!addressed && !new DevServer(environment).isInstalled()) {
            progress.accept("Temporal: the in-process server, for there is no temporal binary: no Web UI, and nothing"
                    + " outlives this process (nightcap temporal install puts a real one there)");
            return inProcess(opened);
        }
        Map<String, String> own = new HashMap<>(environment);
        own.put("TEMPORAL_NAMESPACE", NAMESPACE);
        Temporal temporal = Temporal.connect(own, true, progress);
        opened.accept(temporal);
        register(temporal.stubs());
        progress.accept("Temporal: " + temporal.address() + ", namespace " + NAMESPACE);
        return temporal;
    }

    private static Temporal inProcess(Consumer<AutoCloseable> opened) {
        TestServer.InProcessTestServer server = TestServer.createServer(true);
        opened.accept(server);
        WorkflowServiceStubs stubs = WorkflowServiceStubs.newServiceStubs(WorkflowServiceStubsOptions.newBuilder()
                .setChannel(server.getChannel())
                .addGrpcClientInterceptor(new NoStickyQueue())
                .build());
        Temporal temporal = Temporal.of(stubs, WorkflowClient.newInstance(stubs));
        opened.accept(temporal);
        return temporal;
    }

    private static void register(WorkflowServiceStubs stubs) {
        try {
            stubs.blockingStub()
                    .registerNamespace(RegisterNamespaceRequest.newBuilder()
                            .setNamespace(NAMESPACE)
                            .setDescription("runs of nightcap demo")
                            .setWorkflowExecutionRetentionPeriod(
                                    com.google.protobuf.Duration.newBuilder().setSeconds(RETENTION_SECONDS))
                            .build());
        } catch (StatusRuntimeException e) {
            if (e.getStatus().getCode() != Status.Code.ALREADY_EXISTS) {
                throw e;
            }
        }
    }
}
