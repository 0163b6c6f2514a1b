package dev.nightcap.starter;

import dev.nightcap.activities.Activities;
import dev.nightcap.activities.standing.TemporalStandings;
import dev.nightcap.worker.SearchAttributes;
import dev.nightcap.worker.Worker;
import dev.nightcap.worker.WorkerConfig;
import dev.nightcap.worker.WorkerMetrics;
import dev.nightcap.workflows.capture.Announcements;
import dev.nightcap.workflows.capture.EvidenceReader;
import dev.nightcap.workflows.capture.EvidenceStore;
import dev.nightcap.workflows.capture.Sessions;
import io.temporal.client.WorkflowClient;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import io.temporal.testserver.TestServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;

/** Temporal's in-process server on a port, without time skipping, with a worker on scripted ports. */
public final class LocalEngine implements AutoCloseable {
    private final String address = "127.0.0.1:" + freePort();
    private final TestServer.PortBoundTestServer server;
    private final WorkflowServiceStubs stubs;
    private final WorkflowClient client;
    private final ScriptedPorts ports = new ScriptedPorts();
    private final WorkerMetrics metrics = new WorkerMetrics();
    private Worker worker;

    public LocalEngine() {
        server = TestServer.createPortBoundServer(Integer.parseInt(address.split(":", -1)[1]), true);
        stubs = WorkflowServiceStubs.newServiceStubs(
                WorkflowServiceStubsOptions.newBuilder().setTarget(address).build());
        client = WorkflowClient.newInstance(stubs);
        SearchAttributes.ensure(stubs, "default");
        worker = started();
    }

    private Worker started() {
        Worker fresh = new Worker(
                WorkerConfig.defaults().withGrace(Duration.ofMillis(100)),
                client,
                new Activities(
                        alone(Sessions.class),
                        alone(EvidenceStore.class),
                        alone(EvidenceReader.class),
                        alone(Announcements.class),
                        new TemporalStandings(client)),
                metrics);
        fresh.start();
        return fresh;
    }

    /** One port of the scripted object: a worker takes no activity twice. */
    private <T> T alone(Class<T> port) {
        return port.cast(Proxy.newProxyInstance(
                port.getClassLoader(), new Class<?>[] {port}, (proxy, method, arguments) -> {
                    try {
                        return method.invoke(ports, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getTargetException();
                    }
                }));
    }

    public String address() {
        return address;
    }

    public ScriptedPorts ports() {
        return ports;
    }

    public void stopWorker() {
        worker.close();
    }

    public void startWorker() {
        worker = started();
    }

    @Override
    public void close() {
        worker.close();
        metrics.close();
        stubs.shutdownNow();
        server.close();
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
