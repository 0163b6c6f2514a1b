package dev.nightcap.simulator;

import static dev.nightcap.simulator.ArmClient.header;
import static dev.nightcap.simulator.ArmClient.json;
import static dev.nightcap.simulator.ArmClient.until;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.nightcap.simulator.web.Json;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Locale;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The life of packet captures in the default world, ten times as fast as ours. */
class PacketCaptureTest {

    private static Simulator simulator;
    private static ArmClient arm;
    private static Captures captures;

    @BeforeAll
    static void start() throws Exception {
        simulator = Simulator.start(SimulatorOptions.defaults().withSpeed(10));
        arm = new ArmClient(simulator.state());
        captures = new Captures(arm);
    }

    @AfterAll
    static void close() {
        simulator.close();
    }

    private static byte[] awaitBlob(String path) {
        return until(() -> arm.blob(path), bytes -> bytes.length > 0);
    }

    @Test
    void leaves_a_capture_file_when_the_time_is_over() {
        HttpResponse<String> created = captures.put("timed", Captures.body("web-01", 5));
        assertThat(created.statusCode()).isEqualTo(201);
        assertThat(json(created).at("/properties/provisioningState").asText()).isEqualTo("Updating");
        JsonNode stopped = captures.awaitStatus("timed", "Stopped");
        assertThat(stopped.path("stopReason").asText()).isEqualTo("TimeExceeded");
        assertThat(json(captures.get("timed"))
                        .at("/properties/provisioningState")
                        .asText())
                .isEqualTo("Succeeded");
        byte[] file = awaitBlob(captures.storagePath("timed"));
        assertThat(file).startsWith(0xd4, 0xc3, 0xb2, 0xa1).hasSizeGreaterThan(10_000);
    }

    @Test
    void stops_when_told_and_says_so() {
        captures.awaitOperation(captures.put("manual", Captures.body("web-02", 600)));
        assertThat(captures.query("manual").statusCode()).isEqualTo(202);
        assertThat(captures.status("manual").has("stopReason")).isFalse();
        HttpResponse<String> stop = captures.stop("manual");
        assertThat(stop.statusCode()).isEqualTo(202);
        assertThat(stop.body()).isEmpty();
        assertThat(captures.awaitOperation(stop).path("properties").isObject()).isTrue();
        HttpResponse<String> result = arm.get(header(stop, "Location"));
        assertThat(result.statusCode()).isEqualTo(200);
        assertThat(result.body()).isEqualTo("null");
        assertThat(captures.query("manual").statusCode()).isEqualTo(200);
        assertThat(captures.status("manual").path("stopReason").asText()).isEqualTo("Manual");
        assertThat(captures.awaitOperation(captures.stop("manual"))
                        .path("status")
                        .asText())
                .as("stop of a stopped one")
                .isEqualTo("Succeeded");
    }

    @Test
    void stops_at_the_byte_limit() {
        ObjectNode body = Captures.body("web-02", 3000);
        Captures.properties(body).put("totalBytesPerSession", 40_000);
        captures.put("bytes", body);
        captures.awaitStatus("bytes", "Stopped");
        assertThat(captures.status("bytes").path("stopReason").asText()).isNotEqualTo("TimeExceeded");
        assertThat(awaitBlob(captures.storagePath("bytes"))).hasSizeBetween(38_000, 40_000);
    }

    @Test
    void keeps_the_file_when_the_session_is_deleted() {
        captures.awaitOperation(captures.put("kept", Captures.body("web-02", 600)));
        captures.awaitOperation(captures.stop("kept"));
        String path = captures.storagePath("kept");
        HttpResponse<String> deleted = captures.delete("kept");
        assertThat(deleted.statusCode()).isEqualTo(202);
        captures.awaitOperation(deleted);
        assertThat(arm.get(header(deleted, "Location")).statusCode()).isEqualTo(204);
        assertThat(captures.get("kept").statusCode()).isEqualTo(404);
        assertThat(captures.delete("kept").statusCode()).isEqualTo(204);
        assertThat(awaitBlob(path)).isNotEmpty();
    }

    @Test
    void writes_one_file_for_each_instance_under_the_scale_sets_prefix() {
        ObjectNode body = Captures.body("unused", 3);
        Captures.properties(body)
                .put("target", Captures.GROUP + "Microsoft.Compute/virtualMachineScaleSets/fleet")
                .put("targetType", "AzureVMSS");
        Captures.properties(body)
                .putObject("scope")
                .putArray("include")
                .add("0")
                .add("2");
        captures.put("fleet-two", body);
        String prefix = captures.storagePath("fleet-two");
        assertThat(prefix).contains("/virtualmachinescalesets/fleet/").doesNotEndWith(".cap");
        awaitBlob(prefix + "/fleet_0.cap");
        awaitBlob(prefix + "/fleet_2.cap");
        assertThat(arm.blobStatus(prefix + "/fleet_1.cap")).isEqualTo(404);
    }

    @Test
    void names_one_chosen_instance_in_the_path() {
        ObjectNode body = Captures.body("unused", 3);
        Captures.properties(body)
                .put("target", Captures.GROUP + "Microsoft.Compute/virtualMachineScaleSets/fleet")
                .put("targetType", "AzureVMSS");
        Captures.properties(body).putObject("scope").putArray("include").add("1");
        captures.put("fleet-one", body);
        assertThat(captures.storagePath("fleet-one"))
                .matches(".*/fleet/virtualMachines/1/.*/packetCapture_[0-9_]+\\.cap");
        awaitBlob(captures.storagePath("fleet-one"));
    }

    @Test
    void leaves_no_blob_when_the_file_stays_on_the_machine() {
        ObjectNode body = Captures.body("web-01", 2);
        Captures.properties(body).putObject("storageLocation").put("filePath", "/var/captures/x.cap");
        HttpResponse<String> created = captures.put("local", body);
        JsonNode storage = json(created).at("/properties/storageLocation");
        assertThat(storage.path("storagePath").asText("absent")).isEmpty();
        assertThat(storage.path("filePath").asText()).isEqualTo("/var/captures/x.cap");
        captures.awaitStatus("local", "Stopped");
    }

    @ParameterizedTest
    @CsvSource({"off-01,OperationNotAllowed", "bare-01,InternalServerError"})
    void fails_later_where_the_agent_cannot_start(String machine, String code) {
        String name = "cannot-" + machine;
        HttpResponse<String> created = captures.put(name, Captures.body(machine, 60));
        assertThat(created.statusCode()).isEqualTo(201);
        JsonNode operation = captures.awaitOperation(created);
        assertThat(operation.path("status").asText()).isEqualTo("Failed");
        assertThat(operation.at("/error/code").asText()).isEqualTo(code);
        assertThat(json(captures.get(name)).at("/properties/provisioningState").asText())
                .isEqualTo("Failed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"farawayevidence", "premiumevidence"})
    void reports_storage_failed_where_the_account_cannot_be_written(String account) {
        ObjectNode body = Captures.body("web-01", 1);
        Captures.properties(body)
                .putObject("storageLocation")
                .put("storageId", Captures.GROUP + "Microsoft.Storage/storageAccounts/" + account);
        captures.put("to-" + account, body);
        JsonNode status = captures.awaitStatus("to-" + account, "Error");
        assertThat(status.path("packetCaptureError").get(0).asText()).isEqualTo("StorageFailed");
        assertThat(arm.blobStatus(captures.storagePath("to-" + account))).isEqualTo(404);
    }

    @Test
    void refuses_a_second_put_under_a_name() {
        captures.put("twice", Captures.body("web-01", 60));
        assertThat(json(captures.put("twice", Captures.body("web-01", 60)))
                        .at("/error/code")
                        .asText())
                .isEqualTo("AnotherOperationInProgress");
        captures.awaitStatus("twice", "Running");
        HttpResponse<String> second = captures.put("TWICE", Captures.body("web-01", 60));
        assertThat(second.statusCode()).isEqualTo(409);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'timeLimitInSeconds': 18001}|timeLimitInSeconds",
                "{'totalBytesPerSession': -1}|totalBytesPerSession",
                "{'filters': [{'protocol': 'SCTP'}]}|filters[0].protocol",
                "{'filters': [{'localPort': '80-85;90'}]}|filters[0].localPort",
                "{'filters': [{'remotePort': '70000'}]}|filters[0].remotePort",
                "{'filters': [{'localIPAddress': '10.0.0.300'}]}|filters[0].localIPAddress",
                "{'storageLocation': {}}|storageLocation",
                "{'storageLocation': {'localPath': '/var/captures/x.cap'}}|storageLocation.localPath",
                "{'storageLocation': {'filePath': '/var/captures/x.txt'}}|storageLocation.filePath",
                "{'continuousCapture': true, 'storageLocation': {'filePath': '/var/captures/x.cap'}}|filePath"
            })
    void refuses_what_the_specification_refuses(String change, String place) {
        ObjectNode body = Captures.body("web-01", 60);
        Captures.properties(body).setAll((ObjectNode) Json.read(change.replace('\'', '"')));
        HttpResponse<String> refused = captures.put("refused", body);
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(json(refused).at("/error/message").asText()).contains(place);
        assertThat(captures.get("refused").statusCode()).isEqualTo(404);
    }

    @Test
    void says_that_a_target_is_not_there() {
        HttpResponse<String> refused = captures.put("nobody", Captures.body("no-such", 60));
        assertThat(refused.statusCode()).isEqualTo(404);
        assertThat(json(refused).at("/error/code").asText()).isEqualTo("ResourceNotFound");
        assertThat(json(refused).at("/error/message").asText()).contains("virtualMachines/no-such");
    }

    @Test
    void refuses_a_link_that_was_altered() {
        HttpResponse<String> created = captures.put("linked", Captures.body("web-01", 60));
        String link = header(created, "Azure-AsyncOperation");
        assertThat(link).hasSizeBetween(2_800, 3_600);
        assertThat(arm.get(link).statusCode()).isEqualTo(200);
        char last = link.charAt(link.length() - 20);
        String altered =
                link.substring(0, link.length() - 20) + (last == 'A' ? 'B' : 'A') + link.substring(link.length() - 19);
        assertThat(arm.get(altered).statusCode()).isEqualTo(403);
        assertThat(arm.get(link.replaceFirst("&s=[^&]*", "")).statusCode()).isEqualTo(403);
    }

    @Test
    void lists_sessions_whatever_the_case_of_the_path() {
        captures.put("Listed", Captures.body("web-01", 60));
        JsonNode list = json(arm.get(Captures.BASE.toUpperCase(Locale.ROOT) + Captures.VERSION));
        assertThat(StreamSupport.stream(list.path("value").spliterator(), false)
                        .map(one -> one.path("name").asText()))
                .contains("Listed");
        assertThat(captures.get("lISTED").statusCode()).isEqualTo(200);
    }

    @Test
    void wants_a_token_and_a_version() {
        HttpResponse<String> anonymous = arm.send(arm.request("GET", Captures.BASE + Captures.VERSION, ""));
        assertThat(anonymous.statusCode()).isEqualTo(401);
        assertThat(header(anonymous, "WWW-Authenticate")).startsWith("Bearer ");
        assertThat(json(arm.get(Captures.BASE)).at("/error/code").asText()).isEqualTo("MissingApiVersionParameter");
        assertThat(json(arm.get(Captures.BASE + "?api-version=new"))
                        .at("/error/code")
                        .asText())
                .isEqualTo("InvalidApiVersionParameter");
    }

    @Test
    void tells_the_remaining_allowance() {
        HttpResponse<String> list = arm.get(Captures.BASE + Captures.VERSION);
        assertThat(header(list, "x-ms-ratelimit-remaining-subscription-reads")).matches("\\d+");
        HttpResponse<String> query = captures.query("no-such-session");
        assertThat(header(query, "x-ms-ratelimit-remaining-subscription-reads")).matches("\\d+");
        assertThat(query.statusCode()).isEqualTo(404);
    }

    @Test
    void starts_and_ends_twice_in_one_process() throws Exception {
        Simulator second = Simulator.start(SimulatorOptions.defaults().withLatency(Duration.ZERO));
        ArmClient client = new ArmClient(second.state());
        assertThat(client.get(Captures.BASE + Captures.VERSION).statusCode()).isEqualTo(200);
        second.close();
        assertThat(captures.get("anything").statusCode()).isEqualTo(404);
    }
}
