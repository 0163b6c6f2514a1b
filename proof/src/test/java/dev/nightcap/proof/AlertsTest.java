package dev.nightcap.proof;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.nightcap.receiver.Receiver;
import dev.nightcap.receiver.ReceiverConfig;
import dev.nightcap.receiver.policy.AlertPolicy;
import dev.nightcap.receiver.policy.PolicyConfig;
import dev.nightcap.starter.captures.Temporal;
import dev.nightcap.starter.parts.TemporalDesk;
import dev.nightcap.workflows.capture.CaptureLimits;
import dev.nightcap.workflows.capture.CapturePolicy;
import dev.nightcap.workflows.capture.CaptureRequest;
import dev.nightcap.workflows.capture.CaptureResult;
import dev.nightcap.workflows.capture.Evidence;
import dev.nightcap.workflows.capture.Outcome;
import dev.nightcap.workflows.target.CaptureId;
import dev.nightcap.workflows.target.ResourceId;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Alerts by HTTP to the real receiver, through Temporal and the worker, to evidence in Azurite. */
final class AlertsTest {
    private static final String TOKEN = "a-token-for-this-proof";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private static Stage stage;
    private static Receiver receiver;

    @BeforeAll
    static void start() throws IOException {
        stage = Stage.start(
                List.of(
                        new Stage.Machine("seven", "no-syn-ack"),
                        new Stage.Machine("common", "no-syn-ack"),
                        new Stage.Machine("joined", "healthy"),
                        new Stage.Machine("again", "healthy")),
                List.of());
        CaptureRequest like = stage.request("seven", Duration.ofSeconds(4), Duration.ofSeconds(20));
        AlertPolicy policy = new AlertPolicy(new PolicyConfig(
                CaptureLimits.lasting(Duration.ofSeconds(4)),
                List.of(),
                like.destination(),
                new CapturePolicy(
                        Duration.ofMinutes(1), Duration.ofMinutes(15), Duration.ofSeconds(20), List.of("ops")),
                "proof",
                Set.of(),
                Set.of()));
        Temporal temporal = Temporal.of(stage.client().getWorkflowServiceStubs(), stage.client());
        receiver = new Receiver(
                ReceiverConfig.of("127.0.0.1", 0, List.of(TOKEN)),
                policy,
                new TemporalDesk(temporal, Clock.systemUTC()));
        receiver.start();
    }

    @AfterAll
    static void close() {
        if (receiver != null) {
            receiver.close();
        }
        if (stage != null) {
            stage.close();
        }
    }

    @Test
    void the_seven_field_payload_is_captured_under_the_name_that_it_wishes() throws Exception {
        HttpResponse<String> answer = post("/alerts?wait=20s", sevenFields());

        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(answer.headers().firstValue("Location")).isPresent();
        JsonNode capture = JSON.readTree(answer.body()).path("captures").path(0);
        assertThat(capture.path("storagePath").asText()).contains("/network-watcher-logs/subscriptions/");
        CaptureResult result =
                stage.result(CaptureId.PREFIX + capture.path("id").asText());
        assertThat(result.outcome()).as(result.sentence()).isEqualTo(Outcome.CAPTURED);
        assertThat(result.verdict()).contains("10.2.0.4:1433").contains("SYN-ACK");
        assertThat(stage.namesPut("seven")).singleElement().asString().startsWith("conn-resets-proof-");
    }

    @Test
    void a_duplicate_of_a_common_alert_starts_nothing_and_gets_the_first_record() throws Exception {
        String alert = common(Stage.id("virtualMachines", "common"), "resets");

        HttpResponse<String> first = post("/alerts", alert);
        HttpResponse<String> second = post("/alerts", alert);

        assertThat(first.statusCode()).isEqualTo(202);
        assertThat(second.statusCode()).isEqualTo(200);
        assertThat(id(second)).isEqualTo(id(first));
        String capture = CaptureId.workflowId(stage.request("common", Duration.ofSeconds(4), Duration.ofSeconds(20))
                .target());
        Waiting.until("the capture has started", () -> !stage.namesPut("common").isEmpty());
        assertThat(stage.result(capture).outcome()).isEqualTo(Outcome.CAPTURED);
        assertThat(stage.namesPut("common")).hasSize(1);
        HttpResponse<String> record = get("/alerts/" + id(first));
        assertThat(record.body()).contains("\"started\"");
    }

    @Test
    void another_alert_joins_and_after_the_end_the_cooldown_suppresses_it() throws Exception {
        ResourceId machine = Stage.id("virtualMachines", "joined");
        JsonNode first = JSON.readTree(
                post("/alerts?wait=20s", common(machine, "resets")).body());

        JsonNode second =
                JSON.readTree(post("/alerts?wait=20s", common(machine, "cpu")).body());

        assertThat(action(first)).isEqualTo("started");
        assertThat(action(second)).isEqualTo("joined");
        String run =
                CaptureId.PREFIX + first.path("captures").path(0).path("id").asText();
        assertThat(stage.result(run).outcome()).isEqualTo(Outcome.CAPTURED);
        JsonNode third =
                JSON.readTree(post("/alerts?wait=20s", common(machine, "cpu")).body());
        assertThat(action(third)).isEqualTo("suppressed");
        assertThat(third.path("captures").path(0).path("until").asText()).isNotEmpty();
        assertThat(stage.namesPut("joined")).hasSize(1);
        assertThat(stage.webhook().messages().stream()
                        .map(Webhook.Message::body)
                        .filter(body -> body.contains("/joined\"")))
                .singleElement()
                .asString()
                .contains("cpu");
    }

    @Test
    void an_alert_for_a_scale_set_leaves_verified_evidence_of_every_instance() throws Exception {
        JsonNode answer =
                JSON.readTree(post("/alerts?wait=20s", common(Stage.id("virtualMachineScaleSets", "fleet"), "resets"))
                        .body());

        CaptureResult result = stage.result(
                CaptureId.PREFIX + answer.path("captures").path(0).path("id").asText());
        assertThat(result.outcome()).as(result.sentence()).isEqualTo(Outcome.CAPTURED);
        assertThat(result.evidence())
                .hasSize(3)
                .allSatisfy(file -> assertThat(file.packets()).isPositive());
        assertThat(result.evidence()).extracting(Evidence::instance).containsExactlyInAnyOrder("0", "1", "2");
    }

    @Test
    void what_is_asked_without_the_token_is_not_heard() throws Exception {
        HttpResponse<String> answer = HTTP.send(
                HttpRequest.newBuilder(receiver.address().resolve("/alerts"))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(
                                common(Stage.id("virtualMachines", "again"), "resets")))
                        .build(),
                HttpResponse.BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(stage.namesPut("again")).isEmpty();
    }

    private static String action(JsonNode answer) {
        return answer.path("captures").path(0).path("action").asText();
    }

    private static String id(HttpResponse<String> answer) throws IOException {
        return JSON.readTree(answer.body()).path("alert").path("id").asText();
    }

    private static HttpResponse<String> post(String path, String body) throws Exception {
        URI address = receiver.address().resolve(path);
        HttpRequest.Builder request = HttpRequest.newBuilder(address)
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + TOKEN)
                .timeout(Duration.ofSeconds(60))
                .POST(HttpRequest.BodyPublishers.ofString(body));
        return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static HttpResponse<String> get(String path) throws Exception {
        return HTTP.send(
                HttpRequest.newBuilder(receiver.address().resolve(path))
                        .header("Authorization", "Bearer " + TOKEN)
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static String sevenFields() {
        return JSON.createObjectNode()
                .put("subscriptionId", "7a1c0000-0000-4000-8000-000000000001")
                .put("networkWatcherResourceGroup", "NetworkWatcherRG")
                .put("networkWatcherName", "NetworkWatcher_eastus2")
                .put("packetCaptureName", "conn-resets")
                .put(
                        "storageID",
                        stage.request("seven", Duration.ofSeconds(4), Duration.ofSeconds(20))
                                .destination()
                                .accountIn("eastus2")
                                .orElseThrow()
                                .value())
                .put("timeLimit", 4)
                .put("targetVM", Stage.id("virtualMachines", "seven").value())
                .toString();
    }

    private static String common(ResourceId target, String rule) {
        var root = JSON.createObjectNode().put("schemaId", "azureMonitorCommonAlertSchema");
        var essentials = root.putObject("data").putObject("essentials");
        essentials.put(
                "alertId",
                "/subscriptions/7a1c0000-0000-4000-8000-000000000001/providers/Microsoft.AlertsManagement/alerts/"
                        + UUID.randomUUID());
        essentials.put("alertRule", rule).put("severity", "Sev1").put("monitorCondition", "Fired");
        essentials.put("signalType", "Metric").put("monitoringService", "Platform");
        essentials.putArray("alertTargetIDs").add(target.key());
        essentials.put("firedDateTime", "2026-01-01T02:14:00Z");
        return root.toString();
    }
}
