package dev.nightcap.simulator;

import static dev.nightcap.simulator.ArmClient.header;
import static dev.nightcap.simulator.ArmClient.json;
import static dev.nightcap.simulator.ArmClient.until;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.nightcap.simulator.web.Json;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every fault, laid down through the control endpoint while the simulator runs. Each test has a machine's name to itself. */
class TroubleTest {

    @TempDir
    private static Path folder;

    private static Simulator simulator;
    private static ArmClient arm;
    private static Captures captures;

    @BeforeAll
    static void start() throws Exception {
        Path given = Files.write(folder.resolve("given.pcap"), new byte[5_000]);
        simulator = Simulator.start(SimulatorOptions.defaults()
                .withSpeed(20)
                .withCaptureFile(given)
                .withJournal(folder.resolve("journal.jsonl"))
                .withState(folder.resolve("state.json")));
        arm = new ArmClient(simulator.state());
        captures = new Captures(arm);
    }

    @AfterAll
    static void close() {
        simulator.close();
    }

    private static void lay(String name, String path, String more, String fault) {
        String rule = "{'name':'" + name + "','path':'/" + path + "(/|$)'" + more + ",'fault':" + fault + "}";
        HttpResponse<String> laid =
                arm.send("POST", "/_simulator/faults", ("{'rules':[" + rule + "]}").replace('\'', '"'));
        assertThat(laid.statusCode()).as(laid.body()).isEqualTo(201);
    }

    private static void lift(String name) {
        assertThat(arm.send("DELETE", "/_simulator/faults/" + name, "").statusCode())
                .isEqualTo(204);
    }

    @Test
    void refuses_as_often_as_told_with_retry_after() {
        lay("busy", "busy", ",'on':'packetCaptures.create','times':2", "{'type':'refuse','status':429,'retryAfter':7}");
        HttpResponse<String> refused = captures.put("busy", Captures.body("web-01", 5));
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(header(refused, "Retry-After")).isEqualTo("7");
        assertThat(json(refused).at("/error/code").asText()).isEqualTo("SubscriptionRequestsThrottled");
        assertThat(captures.put("busy", Captures.body("web-01", 5)).statusCode())
                .isEqualTo(429);
        assertThat(captures.put("busy", Captures.body("web-01", 5)).statusCode())
                .isEqualTo(201);
    }

    @Test
    void drops_the_connection_after_the_put_was_carried_out() {
        lay("drop", "dropped", ",'on':'packetCaptures.create','times':1", "{'type':'reset'}");
        assertThatThrownBy(() -> captures.put("dropped", Captures.body("web-01", 600)))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("no answer");
        assertThat(captures.get("dropped").statusCode()).isEqualTo(200);
        assertThat(simulator.journal().stream().filter(line -> line.contains("\"PUT\"") && line.contains("/dropped\"")))
                .singleElement()
                .asString()
                .contains("\"status\":201")
                .contains("\"dropped\":true");
    }

    @Test
    void fails_an_operation_that_it_accepted() {
        lay("fail", "failing", "", "{'type':'failed','operation':'create','code':'Oops','message':'it broke'}");
        JsonNode operation = captures.awaitOperation(captures.put("failing", Captures.body("web-01", 5)));
        assertThat(operation.path("status").asText()).isEqualTo("Failed");
        assertThat(operation.at("/error/code").asText()).isEqualTo("Oops");
    }

    @Test
    void reports_the_agents_errors() {
        lay("agent", "agentless", "", "{'type':'captureError','errors':['AgentStopped'],'after':'1s'}");
        captures.put("agentless", Captures.body("web-01", 600));
        JsonNode status = captures.awaitStatus("agentless", "Error");
        assertThat(status.path("packetCaptureError").get(0).asText()).isEqualTo("AgentStopped");
    }

    @Test
    void hands_out_the_given_file_whole_cut_or_empty() {
        lay("cut", "cut-one", "", "{'type':'blobCut','bytes':1234}");
        lay("empty", "empty-one", "", "{'type':'blobEmpty'}");
        for (String name : List.of("whole-one", "cut-one", "empty-one")) {
            captures.put(name, Captures.body("web-01", 1));
        }
        for (String name : List.of("whole-one", "cut-one", "empty-one")) {
            until(() -> arm.blobStatus(captures.storagePath(name)), status -> status == 200);
        }
        assertThat(arm.blob(captures.storagePath("whole-one"))).hasSize(5_000);
        assertThat(arm.blob(captures.storagePath("cut-one"))).hasSize(1_234);
        assertThat(arm.blob(captures.storagePath("empty-one"))).isEmpty();
    }

    @Test
    void withholds_the_file_for_ever_or_until_it_is_released() {
        lay("never", "never-one", "", "{'type':'blobNever'}");
        lay("held", "held-one", "", "{'type':'hold','what':'blob'}");
        for (String name : List.of("never-one", "held-one", "free-one")) {
            captures.put(name, Captures.body("web-01", 1));
            captures.awaitStatus(name, "Stopped");
        }
        until(() -> arm.blobStatus(captures.storagePath("free-one")), status -> status == 200);
        assertThat(arm.blobStatus(captures.storagePath("held-one"))).isEqualTo(404);
        lift("held");
        until(() -> arm.blobStatus(captures.storagePath("held-one")), status -> status == 200);
        assertThat(arm.blobStatus(captures.storagePath("never-one"))).isEqualTo(404);
    }

    @Test
    void holds_each_phase_until_it_is_released() {
        lay("create", "phases", "", "{'type':'hold','what':'create'}");
        lay("running", "phases", "", "{'type':'hold','what':'running'}");
        lay("stop", "phases", "", "{'type':'hold','what':'stop'}");
        lay("delete", "phases", "", "{'type':'hold','what':'delete'}");
        HttpResponse<String> created = captures.put("phases", Captures.body("web-01", 1));
        captures.awaitOperation(captures.put("beside-phases", Captures.body("web-01", 1)));
        captures.awaitStatus("beside-phases", "Stopped");
        HttpResponse<String> poll = arm.get(header(created, "Azure-AsyncOperation"));
        assertThat(json(poll).path("status").asText()).isEqualTo("InProgress");
        assertThat(header(poll, "Retry-After")).isEqualTo("1");
        lift("create");
        captures.awaitOperation(created);
        assertThat(captures.status("phases").path("packetCaptureStatus").asText())
                .isEqualTo("Running");
        HttpResponse<String> stop = captures.stop("phases");
        captures.awaitOperation(captures.stop("beside-phases"));
        assertThat(captures.status("phases").path("packetCaptureStatus").asText())
                .isEqualTo("Running");
        lift("stop");
        captures.awaitOperation(stop);
        assertThat(captures.status("phases").path("stopReason").asText()).isEqualTo("Manual");
        HttpResponse<String> deleted = captures.delete("phases");
        captures.awaitOperation(captures.delete("beside-phases"));
        assertThat(captures.get("phases").statusCode()).isEqualTo(200);
        lift("delete");
        captures.awaitOperation(deleted);
        assertThat(captures.get("phases").statusCode()).isEqualTo(404);
        lift("running");
    }

    @Test
    void takes_no_more_sessions_than_the_quota() {
        lay("quota", "over-quota", "", "{'type':'quota','sessions':0,'status':409,'code':'QuotaExceeded'}");
        HttpResponse<String> refused = captures.put("over-quota", Captures.body("web-01", 5));
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(json(refused).at("/error/code").asText()).isEqualTo("QuotaExceeded");
        lift("quota");
        assertThat(captures.put("over-quota", Captures.body("web-01", 5)).statusCode())
                .isEqualTo(201);
    }

    @Test
    void finds_the_target_of_a_capture_in_every_request() {
        captures.awaitOperation(captures.put("of-web-02", Captures.body("web-02", 600)));
        HttpResponse<String> laid = arm.send(
                "POST",
                "/_simulator/faults",
                "{\"rules\":[{\"name\":\"t\",\"target\":\"/web-02$\",\"on\":\"packetCaptures.stop\","
                        + "\"fault\":{\"type\":\"refuse\",\"status\":500}}]}");
        assertThat(laid.statusCode()).isEqualTo(201);
        assertThat(captures.stop("of-web-02").statusCode()).isEqualTo(500);
        lift("t");
        assertThat(captures.stop("of-web-02").statusCode()).isEqualTo(202);
    }

    @Test
    void names_every_fault_of_a_posted_scenario() {
        HttpResponse<String> refused = arm.send(
                "POST",
                "/_simulator/faults",
                "{\"rules\":[{\"fault\":{\"type\":\"refuse\",\"status\":200}},{\"wen\":\"3s\",\"fault\":{\"type\":\"x\"}}]}");
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(json(refused).path("error").asText())
                .contains("rules[0].fault.status")
                .contains("rules[1].wen: unknown")
                .contains("rules[1].fault.type");
    }

    @Test
    void writes_a_journal_line_for_each_exchange_and_never_a_token() throws Exception {
        captures.put("journalled", Captures.body("web-01", 1));
        List<String> lines = Files.readAllLines(folder.resolve("journal.jsonl"));
        JsonNode put = lines.stream()
                .map(Json::read)
                .filter(line -> line.path("path").asText().endsWith("/journalled"))
                .findFirst()
                .orElseThrow();
        assertThat(put.path("method").asText()).isEqualTo("PUT");
        assertThat(put.path("status").asInt()).isEqualTo(201);
        assertThat(put.at("/requestBody/properties/timeLimitInSeconds").asInt()).isEqualTo(1);
        assertThat(put.has("time") && put.has("clientRequestId")).isTrue();
        assertThat(lines).noneMatch(line -> line.contains("Bearer") || line.contains("anything"));
    }

    @Test
    void shows_its_captures_and_its_journal() {
        captures.put("shown", Captures.body("web-01", 1));
        assertThat(arm.get("/_simulator/captures").body()).contains("\"shown\"").contains("packetCaptureStatus");
        assertThat(json(arm.get("/_simulator/journal")).size()).isPositive();
        assertThat(json(arm.get("/_simulator/faults")).path("rules").isArray()).isTrue();
    }

    @Test
    void takes_its_state_file_away_when_it_ends() throws Exception {
        Path state = folder.resolve("other.json");
        Simulator other =
                Simulator.start(SimulatorOptions.defaults().withState(state).withLatency(Duration.ZERO));
        JsonNode written = Json.read(Files.readString(state));
        assertThat(written.path("arm").asText()).isEqualTo(other.state().arm());
        assertThat(Path.of(written.path("ca").asText())).exists();
        other.close();
        assertThat(state).doesNotExist();
    }
}
