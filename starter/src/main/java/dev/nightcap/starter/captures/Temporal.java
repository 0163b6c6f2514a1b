package dev.nightcap.starter.captures;

import com.uber.m3.tally.Scope;
import dev.nightcap.starter.local.DevServer;
import dev.nightcap.starter.local.RunningServer;
import dev.nightcap.starter.terminal.Complaint;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.envconfig.ClientConfigProfile;
import io.temporal.envconfig.LoadClientConfigProfileOptions;
import io.temporal.serviceclient.RpcRetryOptions;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A connection to Temporal: the address of the profile or environment ({@code TEMPORAL_*}, by the {@code temporal} CLI's
 * own rules), else the machine's own dev server.
 */
public final class Temporal implements AutoCloseable {
    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final Duration CALL = Duration.ofSeconds(5);
    private static final Duration QUERY = Duration.ofSeconds(3);

    private final WorkflowServiceStubs stubs;
    private final WorkflowClient client;
    private final String address;
    private final @Nullable String ui;

    private Temporal(WorkflowServiceStubs stubs, WorkflowClient client, String address, @Nullable String ui) {
        this.stubs = stubs;
        this.client = client;
        this.address = address;
        this.ui = ui;
    }

    /**
     * Connects.
     *
     * @param mayStart whether the machine's own server is started where no address is set and it does not run
     * @param progress is told what happens
     * @throws Complaint if there is nothing to connect to
     */
    public static Temporal connect(Map<String, String> environment, boolean mayStart, Consumer<String> progress) {
        return opened(environment, mayStart, progress, Temporal::impatient);
    }

    /**
     * For a process that stays: its calls go on for as long as the SDK has them, so that an answer which cost a step in
     * Azure is not given up after seconds.
     *
     * @param metrics to which the connection reports
     */
    public static Temporal connect(
            Map<String, String> environment, boolean mayStart, Consumer<String> progress, Scope metrics) {
        return opened(environment, mayStart, progress, options -> options.setMetricsScope(metrics));
    }

    private static Temporal opened(
            Map<String, String> environment,
            boolean mayStart,
            Consumer<String> progress,
            Consumer<WorkflowServiceStubsOptions.Builder> manner) {
        ClientConfigProfile profile = profile(environment);
        if (profile.getAddress() != null && !profile.getAddress().isBlank()) {
            return to(profile, profile.getAddress(), null, manner);
        }
        DevServer server = new DevServer(environment);
        RunningServer running = mayStart
                ? server.start(progress)
                : server.running()
                        .orElseThrow(() -> Complaint.unreachable(
                                "the machine's own Temporal dev server does not run, and no other address is set",
                                "nightcap temporal start; or set TEMPORAL_ADDRESS",
                                null));
        return to(profile, running.address(), running.ui(), manner);
    }

    /** A connection that somebody else made. */
    public static Temporal of(WorkflowServiceStubs stubs, WorkflowClient client) {
        return new Temporal(stubs, client, stubs.getOptions().getTarget(), null);
    }

    private static ClientConfigProfile profile(Map<String, String> environment) {
        try {
            return ClientConfigProfile.load(LoadClientConfigProfileOptions.newBuilder()
                    .setEnvOverrides(environment)
                    .build());
        } catch (IOException | RuntimeException e) {
            throw Complaint.usage("Temporal's own profile cannot be used: " + e.getMessage(), "temporal config list");
        }
    }

    private static void impatient(WorkflowServiceStubsOptions.Builder options) {
        options.setRpcTimeout(CALL)
                .setRpcQueryTimeout(QUERY)
                .setRpcRetryOptions(RpcRetryOptions.newBuilder(RpcRetryOptions.getDefaultInstance())
                        .setExpiration(CALL)
                        .build());
    }

    private static Temporal to(
            ClientConfigProfile profile,
            String address,
            @Nullable String ui,
            Consumer<WorkflowServiceStubsOptions.Builder> manner) {
        WorkflowServiceStubsOptions.Builder options = WorkflowServiceStubsOptions.newBuilder(
                        profile.toWorkflowServiceStubsOptions())
                .setTarget(address);
        manner.accept(options);
        WorkflowServiceStubs stubs;
        try {
            stubs = WorkflowServiceStubs.newConnectedServiceStubs(options.build(), CONNECT);
        } catch (RuntimeException e) {
            throw Complaint.unreachable(
                    "Temporal at " + address + " does not answer",
                    "start it, or set TEMPORAL_ADDRESS to one that runs",
                    e);
        }
        WorkflowClientOptions clientOptions = profile.toWorkflowClientOptions();
        return new Temporal(stubs, WorkflowClient.newInstance(stubs, clientOptions), address, ui);
    }

    public WorkflowClient client() {
        return client;
    }

    public WorkflowServiceStubs stubs() {
        return stubs;
    }

    public String namespace() {
        return client.getOptions().getNamespace();
    }

    public String address() {
        return address;
    }

    /** The run in the Web UI, where its address is known: that of the machine's own server. */
    public Optional<String> page(String workflowId, String runId) {
        return Optional.ofNullable(ui)
                .map(base -> base + "/namespaces/" + namespace() + "/workflows/"
                        + URLEncoder.encode(workflowId, StandardCharsets.UTF_8) + "/" + runId + "/history");
    }

    @Override
    public void close() {
        stubs.shutdownNow();
    }
}
