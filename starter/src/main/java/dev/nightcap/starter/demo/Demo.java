package dev.nightcap.starter.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.nightcap.receiver.Receiver;
import dev.nightcap.receiver.ReceiverConfig;
import dev.nightcap.simulator.Simulator;
import dev.nightcap.starter.captures.Temporal;
import dev.nightcap.starter.config.Config;
import dev.nightcap.starter.parts.Parts;
import dev.nightcap.starter.parts.Serving;
import dev.nightcap.starter.parts.TemporalDesk;
import dev.nightcap.starter.terminal.Complaint;
import dev.nightcap.worker.WorkerMetrics;
import dev.nightcap.workflows.target.ResourceId;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;

/** Worker and receiver in this process, on a simulator and a Temporal of this machine; sends an alert to the receiver. */
public final class Demo {
    private static final Duration ANSWER = Duration.ofSeconds(30);

    private final Simulator simulator;
    private final Temporal temporal;
    private final URI alerts;
    private final String token = UUID.randomUUID().toString();
    private final Clock clock;

    private Demo(Simulator simulator, Temporal temporal, Config config, Serving serving, Clock clock)
            throws IOException {
        this.simulator = simulator;
        this.temporal = temporal;
        this.clock = clock;
        Receiver receiver = new Receiver(
                ReceiverConfig.of(ReceiverConfig.DEFAULT_HOST, 0, List.of(token)),
                Parts.policy(config),
                new TemporalDesk(temporal, clock));
        receiver.start();
        serving.closing(receiver);
        this.alerts = receiver.address().resolve("/alerts");
    }

    /**
     * Starts everything.
     *
     * @param config made for the simulator
     * @param serving takes the parts, to close them
     */
    public static Demo start(
            Simulator simulator,
            Config config,
            Map<String, String> environment,
            Clock clock,
            Consumer<String> progress,
            Serving serving) {
        Temporal temporal = DemoTemporal.open(environment, progress, serving::closing);
        WorkerMetrics metrics = serving.closing(new WorkerMetrics());
        serving.closing(Parts.worker(config, environment, temporal.client(), metrics))
                .start();
        try {
            Demo demo = new Demo(simulator, temporal, config, serving, clock);
            progress.accept("worker and receiver: " + demo.alerts);
            return demo;
        } catch (IOException e) {
            throw Complaint.failed(String.valueOf(e.getMessage()), null, e);
        }
    }

    public Temporal temporal() {
        return temporal;
    }

    /** What else another terminal needs in its environment; the in-process server cannot be reached from there. */
    public String reaching() {
        return String.valueOf(temporal.address()).startsWith("127.")
                ? " TEMPORAL_ADDRESS=" + temporal.address() + " TEMPORAL_NAMESPACE=" + temporal.namespace()
                : "";
    }

    /**
     * Sends an alert about the machine whose packets tell the story.
     *
     * @return what the receiver answered, once the capture is under way
     */
    public JsonNode alert() {
        ResourceId machine =
                ResourceId.parse("/subscriptions/" + simulator.state().subscription()
                        + "/resourceGroups/night/providers/Microsoft.Compute/virtualMachines/web-01");
        HttpRequest request = HttpRequest.newBuilder(URI.create(alerts + "?wait=20s"))
                .timeout(ANSWER)
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + token)
                .POST(HttpRequest.BodyPublishers.ofString(SampleAlert.about(machine, clock.instant())))
                .build();
        try {
            HttpResponse<String> response =
                    HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() >= 300) {
                throw Complaint.failed(
                        "the receiver answered " + response.statusCode() + ": " + response.body(), null, null);
            }
            return new ObjectMapper().readTree(response.body());
        } catch (IOException e) {
            throw Complaint.failed("the alert could not be delivered: " + e.getMessage(), null, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Complaint.failed("interrupted", null, e);
        }
    }
}
