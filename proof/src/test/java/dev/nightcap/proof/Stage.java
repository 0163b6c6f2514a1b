package dev.nightcap.proof;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.nightcap.activities.Activities;
import dev.nightcap.activities.ActivitiesConfig;
import dev.nightcap.activities.azure.AzureConnection;
import dev.nightcap.activities.channels.ChannelConfig;
import dev.nightcap.activities.watcher.AllowedScope;
import dev.nightcap.activities.watcher.WatcherSessions;
import dev.nightcap.simulator.Simulator;
import dev.nightcap.simulator.SimulatorOptions;
import dev.nightcap.simulator.SimulatorState;
import dev.nightcap.worker.Worker;
import dev.nightcap.worker.WorkerConfig;
import dev.nightcap.worker.WorkerMetrics;
import dev.nightcap.workflows.capture.Asker;
import dev.nightcap.workflows.capture.CaptureLimits;
import dev.nightcap.workflows.capture.CapturePolicy;
import dev.nightcap.workflows.capture.CaptureProgress;
import dev.nightcap.workflows.capture.CaptureRequest;
import dev.nightcap.workflows.capture.CaptureResult;
import dev.nightcap.workflows.capture.Destination;
import dev.nightcap.workflows.capture.LivePage;
import dev.nightcap.workflows.capture.NetworkCapture;
import dev.nightcap.workflows.capture.Visibility;
import dev.nightcap.workflows.target.CaptureId;
import dev.nightcap.workflows.target.ResourceId;
import dev.nightcap.workflows.target.Target;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowFailedException;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.WorkflowStub;
import io.temporal.failure.ApplicationFailure;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Everything a capture needs, for real, on this machine: local Azure, a Temporal server, a worker, a webhook. */
final class Stage implements AutoCloseable {
    private static final String SUBSCRIPTION = "7a1c0000-0000-4000-8000-000000000001";
    private static final String GROUP = "/subscriptions/" + SUBSCRIPTION + "/resourceGroups/night";
    private static final Pattern PUT_NAME = Pattern.compile("/packetCaptures/([^/?]+)$", Pattern.CASE_INSENSITIVE);

    /** A virtual machine of the simulated world and the story that its packets tell. */
    record Machine(String name, String story) {}

    private final ObjectMapper json = new ObjectMapper();
    private final Deque<AutoCloseable> parts = new ArrayDeque<>();
    private final Path folder;
    private final Processes processes = keep(new Processes());
    private final Webhook webhook = keep(new Webhook());
    private final Simulator simulator;
    private final RealTemporal temporal;
    private WorkflowServiceStubs stubs;
    private WorkflowClient client;

    private Stage(List<Machine> machines, List<String> rules) {
        try {
            folder = Files.createTempDirectory("nightcap-proof");
            temporal = RealTemporal.orSkip(processes, folder.resolve("temporal.db"));
            Path world = Files.writeString(folder.resolve("world.json"), world(machines));
            Path scenario = Files.writeString(
                    folder.resolve("scenario.json"), "{\"seed\": 1, \"rules\": [" + String.join(",\n", rules) + "]}");
            simulator = keep(Simulator.start(SimulatorOptions.defaults()
                    .withWorld(world)
                    .withScenario(scenario)
                    .withState(folder.resolve("simulator.json"))));
            connect();
        } catch (IOException e) {
            close();
            throw new UncheckedIOException(e);
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    /** With a worker in this process. */
    static Stage start(List<Machine> machines, List<String> rules) {
        Stage stage = new Stage(machines, rules);
        stage.startWorker();
        return stage;
    }

    /** Without a worker. */
    static Stage withoutWorker(List<Machine> machines, List<String> rules) {
        return new Stage(machines, rules);
    }

    private void startWorker() {
        SimulatorState azure = simulator.state();
        WorkerMetrics metrics = keep(new WorkerMetrics());
        ActivitiesConfig config = new ActivitiesConfig(
                new AzureConnection.Simulator(
                        URI.create(azure.arm()),
                        URI.create(azure.blob()),
                        Path.of(azure.ca()),
                        azure.accountKey(),
                        azure.tenant()),
                AllowedScope.anything(),
                Map.of("ops", new ChannelConfig.Webhook(webhook.address())),
                WatcherSessions.SESSION_LIMIT);
        Activities activities = Activities.of(config, client);
        Worker worker = new Worker(WorkerConfig.defaults(), client, activities, metrics);
        parts.push(worker);
        worker.start();
    }

    private void connect() {
        stubs = WorkflowServiceStubs.newServiceStubs(WorkflowServiceStubsOptions.newBuilder()
                .setTarget(temporal.address())
                .build());
        client = WorkflowClient.newInstance(stubs);
        WorkflowServiceStubs opened = stubs;
        parts.push(opened::shutdownNow);
    }

    /** A capture of a machine that tells the webhook, and waits at most so long for its file. */
    CaptureRequest request(String machine, Duration duration, Duration uploadGrace) {
        return request(id("virtualMachines", machine), duration, uploadGrace);
    }

    static CaptureRequest request(ResourceId target, Duration duration, Duration uploadGrace) {
        return new CaptureRequest(
                Target.of(target).orElseThrow(),
                CaptureLimits.lasting(duration),
                List.of(),
                Destination.byRegion(Map.of(
                        "eastus2", ResourceId.parse(GROUP + "/providers/Microsoft.Storage/storageAccounts/evidence"))),
                Asker.person("proof", null),
                new CapturePolicy(Duration.ofMinutes(2), Duration.ofMinutes(1), uploadGrace, List.of("ops")),
                "proof",
                CaptureRequest.DEFAULT_PREFIX);
    }

    static ResourceId id(String type, String name) {
        return ResourceId.parse(GROUP + "/providers/Microsoft.Compute/" + type + "/" + name);
    }

    /** Answers with the workflow's id. */
    String startCapture(CaptureRequest request) {
        String id = CaptureId.workflowId(request.target());
        NetworkCapture capture = client.newWorkflowStub(
                NetworkCapture.class,
                WorkflowOptions.newBuilder()
                        .setWorkflowId(id)
                        .setTaskQueue(NetworkCapture.TASK_QUEUE)
                        .setTypedSearchAttributes(Visibility.ofCapture(request))
                        .setStaticSummary(LivePage.summary(request))
                        .setStaticDetails(LivePage.request(request))
                        .build());
        WorkflowClient.start(capture::run, request);
        return id;
    }

    /** Waits for the end; a run that failed has its result in its failure. */
    CaptureResult result(String workflowId) {
        WorkflowStub stub = client.newUntypedWorkflowStub(workflowId);
        try {
            return stub.getResult(CaptureResult.class);
        } catch (WorkflowFailedException e) {
            return ((ApplicationFailure) e.getCause()).getDetails().get(CaptureResult.class);
        }
    }

    CaptureProgress progress(String workflowId) {
        return client.newUntypedWorkflowStub(workflowId).query("progress", CaptureProgress.class);
    }

    Path stateFile() {
        return folder.resolve("simulator.json");
    }

    Path folder() {
        return folder;
    }

    Processes processes() {
        return processes;
    }

    RealTemporal temporal() {
        return temporal;
    }

    Webhook webhook() {
        return webhook;
    }

    Simulator simulator() {
        return simulator;
    }

    WorkflowClient client() {
        return client;
    }

    /** Sessions that are there now, by name. */
    List<String> sessionsOf(String machine) {
        List<String> there = new ArrayList<>();
        for (JsonNode exchange : exchanges("PUT", machine)) {
            if (exchange.path("status").asInt() < 300) {
                there.add(name(exchange));
            }
        }
        exchanges("DELETE", "").stream()
                .filter(exchange -> exchange.path("status").asInt() < 300)
                .map(Stage::name)
                .forEach(there::remove);
        return there;
    }

    /** Names under which a PUT for this machine was sent, whatever came of it. */
    List<String> namesPut(String machine) {
        return exchanges("PUT", machine).stream().map(Stage::name).distinct().toList();
    }

    /** PUTs for this machine that were carried out. */
    long effectivePuts(String machine) {
        return exchanges("PUT", machine).stream()
                .filter(exchange -> exchange.path("status").asInt() < 300)
                .count();
    }

    private List<JsonNode> exchanges(String method, String machine) {
        return simulator.journal().stream()
                .map(this::parse)
                .filter(exchange -> exchange.path("method").asText().equals(method))
                .filter(exchange -> exchange.path("path").asText().contains("/packetCaptures/"))
                .filter(exchange -> machine.isEmpty() || exchange.toString().contains("/" + machine + "\\\""))
                .toList();
    }

    private JsonNode parse(String line) {
        try {
            return json.readTree(line);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String name(JsonNode exchange) {
        Matcher name = PUT_NAME.matcher(exchange.path("path").asText().replaceFirst("\\?.*", ""));
        return name.find() ? name.group(1) : "";
    }

    private <T extends AutoCloseable> T keep(T part) {
        parts.push(part);
        return part;
    }

    private static String world(List<Machine> machines) {
        String vms = machines.stream()
                .map(machine -> ("{\"resourceGroup\": \"night\", \"name\": \"%s\", \"location\": \"eastus2\","
                                + " \"os\": \"Linux\", \"address\": \"10.2.0.5\", \"story\": \"%s\"}")
                        .formatted(machine.name(), machine.story()))
                .collect(Collectors.joining(",\n"));
        return """
                {"tenant": "7a1c0000-0000-4000-8000-0000000000aa", "subscription": "%s",
                 "watchers": [{"resourceGroup": "NetworkWatcherRG", "name": "NetworkWatcher_eastus2",
                               "location": "eastus2"}],
                 "virtualMachines": [%s],
                 "scaleSets": [{"resourceGroup": "night", "name": "fleet", "location": "eastus2", "os": "Linux",
                   "instances": [{"id": "0", "address": "10.2.0.20"}, {"id": "1", "address": "10.2.0.21"},
                                 {"id": "2", "address": "10.2.0.22"}]}],
                 "storageAccounts": [{"resourceGroup": "night", "name": "evidence", "location": "eastus2"}]}
                """.formatted(SUBSCRIPTION, vms);
    }

    @Override
    public void close() {
        while (!parts.isEmpty()) {
            try {
                parts.pop().close();
            } catch (Exception e) {
                throw new IllegalStateException("the stage could not be struck", e);
            }
        }
    }
}
