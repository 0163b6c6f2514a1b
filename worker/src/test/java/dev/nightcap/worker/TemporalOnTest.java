package dev.nightcap.worker;

import io.temporal.client.WorkflowClient;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import io.temporal.testserver.TestServer;
import java.io.IOException;
import java.net.ServerSocket;
import java.util.concurrent.TimeUnit;

/** A Temporal server in this JVM, whose time runs as ours does, and a client of it. */
final class TemporalOnTest implements AutoCloseable {
    private final WorkerMetrics metrics = new WorkerMetrics();
    private final TestServer.PortBoundTestServer server;
    private final WorkflowServiceStubs stubs;
    private final WorkflowClient client;

    TemporalOnTest() throws IOException {
        int port = freePort();
        server = TestServer.createPortBoundServer(port, true);
        stubs = WorkflowServiceStubs.newServiceStubs(WorkflowServiceStubsOptions.newBuilder()
                .setTarget("127.0.0.1:" + port)
                .setMetricsScope(metrics.scope())
                .addGrpcClientInterceptor(new NoStickyQueue())
                .build());
        client = WorkflowClient.newInstance(stubs);
    }

    private static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0)) {
            return free.getLocalPort();
        }
    }

    WorkflowClient client() {
        return client;
    }

    WorkerMetrics metrics() {
        return metrics;
    }

    @Override
    public void close() {
        stubs.shutdownNow();
        stubs.awaitTermination(5, TimeUnit.SECONDS);
        metrics.close();
        server.close();
    }
}
