package dev.nightcap.starter.local;

import com.google.protobuf.Duration;
import dev.nightcap.starter.terminal.Complaint;
import dev.nightcap.workflows.capture.Visibility;
import io.grpc.StatusRuntimeException;
import io.temporal.api.namespace.v1.NamespaceConfig;
import io.temporal.api.workflowservice.v1.UpdateNamespaceRequest;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** One start of the dev server: a process of its own session, waited for until it serves. */
final class Launch {
    private static final String NAMESPACE = "default";
    private static final int PATIENCE_SECONDS = 30;
    private static final int LOG_TAIL = 3;

    /** The server's own default, 24 h, forgets a capture before its weekend is over. */
    private static final long RETENTION_SECONDS = java.time.Duration.ofDays(30).toSeconds();

    private final Process process;
    private final String address;
    private final Path log;

    private Launch(Process process, String address, Path log) {
        this.process = process;
        this.address = address;
        this.log = log;
    }

    static RunningServer of(Map<String, String> environment, Path binary, Path folder, Path log) {
        int port = Ports.frontend();
        int ui = Ports.ui();
        Path database = folder.resolve("temporal.db");
        Process process = detached(command(environment, binary, port, ui, database), log);
        String address = "127.0.0.1:" + port;
        new Launch(process, address, log).untilServing();
        return new RunningServer(process.pid(), address, "http://127.0.0.1:" + ui, database.toString());
    }

    private static List<String> command(Map<String, String> environment, Path binary, int port, int ui, Path database) {
        List<String> command = new ArrayList<>();
        if (CacheFolder.onPath(environment, "setsid").isPresent()) {
            command.add("setsid");
        }
        command.addAll(List.of(
                binary.toString(),
                "server",
                "start-dev",
                "--ip",
                "127.0.0.1",
                "--port",
                String.valueOf(port),
                "--ui-port",
                String.valueOf(ui),
                "--db-filename",
                database.toString(),
                "--log-level",
                "warn"));
        Visibility.KEYS.forEach(key -> command.addAll(List.of("--search-attribute", key.getName() + "=Keyword")));
        return command;
    }

    /** In its own session, so that neither Ctrl-C nor the end of the terminal reaches it. */
    private static Process detached(List<String> command, Path log) {
        try {
            return new ProcessBuilder(command)
                    .redirectInput(ProcessBuilder.Redirect.from(new java.io.File("/dev/null")))
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .redirectErrorStream(true)
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException("the Temporal dev server cannot be started: " + command.get(0), e);
        }
    }

    private void untilServing() {
        WorkflowServiceStubsOptions options =
                WorkflowServiceStubsOptions.newBuilder().setTarget(address).build();
        WorkflowServiceStubs stubs = WorkflowServiceStubs.newServiceStubs(options);
        try {
            long giveUp = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
            while (!raisedRetention(stubs)) {
                if (!process.isAlive() || System.nanoTime() > giveUp) {
                    process.destroy();
                    throw Complaint.unreachable(
                            "the Temporal dev server does not come up: " + tail(), "look at " + log, null);
                }
                process.waitFor(200, TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Complaint.failed("interrupted while the Temporal dev server starts", null, e);
        } finally {
            stubs.shutdownNow();
        }
    }

    /** Also the proof that it serves. */
    private boolean raisedRetention(WorkflowServiceStubs stubs) {
        try {
            stubs.blockingStub()
                    .withDeadlineAfter(2, TimeUnit.SECONDS)
                    .updateNamespace(UpdateNamespaceRequest.newBuilder()
                            .setNamespace(NAMESPACE)
                            .setConfig(NamespaceConfig.newBuilder()
                                    .setWorkflowExecutionRetentionTtl(
                                            Duration.newBuilder().setSeconds(RETENTION_SECONDS)))
                            .build());
            return true;
        } catch (StatusRuntimeException notYet) {
            return false;
        }
    }

    private String tail() {
        try {
            List<String> lines = Files.readAllLines(log);
            return String.join(" | ", lines.subList(Math.max(0, lines.size() - LOG_TAIL), lines.size()));
        } catch (IOException e) {
            return "it left no log";
        }
    }
}
