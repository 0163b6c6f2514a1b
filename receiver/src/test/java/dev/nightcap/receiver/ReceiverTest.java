package dev.nightcap.receiver;

import static dev.nightcap.receiver.Bodies.WEB_01;
import static dev.nightcap.receiver.Bodies.alert;
import static dev.nightcap.receiver.Bodies.common;
import static dev.nightcap.receiver.Bodies.id;
import static dev.nightcap.receiver.Bodies.sevenFields;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.nightcap.receiver.policy.AlertPolicy;
import dev.nightcap.receiver.policy.PolicyConfig;
import dev.nightcap.workflows.alert.AlertResponse.Order;
import dev.nightcap.workflows.alert.Decision;
import dev.nightcap.workflows.alert.TargetDecision;
import dev.nightcap.workflows.alert.TargetDecision.Action;
import dev.nightcap.workflows.capture.CaptureProgress;
import dev.nightcap.workflows.capture.CaptureRequest;
import dev.nightcap.workflows.capture.Destination;
import dev.nightcap.workflows.capture.Phase;
import dev.nightcap.workflows.target.CaptureId;
import dev.nightcap.workflows.target.ResourceId;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReceiverTest {
    static final String TOKEN = "the-first-token-of-the-test";
    static final String SECOND = "the-second-token-of-the-test";
    private static final String RUN = "0b8a6d0e-3b1c-4d51-8f0e-6f3a5f2f9a11";

    private final ScriptedDesk desk = new ScriptedDesk();
    private final HttpClient client = HttpClient.newHttpClient();
    private final Receiver receiver = new Receiver(config(), policy(), desk);

    static ReceiverConfig config() {
        return new ReceiverConfig(
                "127.0.0.1",
                0,
                List.of(TOKEN, SECOND),
                false,
                ReceiverConfig.DEFAULT_MAX_BODY_BYTES,
                Duration.ofSeconds(1),
                Duration.ofSeconds(20),
                Duration.ofSeconds(10),
                3);
    }

    static AlertPolicy policy() {
        return new AlertPolicy(PolicyConfig.of(
                Destination.account(ResourceId.parse(id("Microsoft.Storage/storageAccounts", "nightcapevidence"))),
                "night"));
    }

    @BeforeEach
    void open() throws IOException {
        receiver.start();
    }

    @AfterEach
    void close() {
        receiver.close();
    }

    @Test
    void answers_202_with_the_alert_and_its_captures_once_the_desk_has_it() throws Exception {
        HttpResponse<String> answer = post(common(WEB_01));
        assertThat(answer.statusCode()).isEqualTo(202);
        Order order = desk.accepted.get(0);
        assertThat(answer.headers().firstValue("Location"))
                .contains("/alerts/" + order.alert().id());
        JsonNode body = json(answer);
        assertThat(body.at("/schemaVersion").intValue()).isEqualTo(1);
        assertThat(body.at("/decision").textValue()).isEqualTo("start");
        assertThat(body.at("/alert/id").textValue()).isEqualTo(order.alert().id());
        assertThat(body.at("/captures/0/id").textValue())
                .isEqualTo(CaptureId.of(order.captures().get(0).target()));
        assertThat(body.at("/captures/0/target").textValue()).isEqualTo(WEB_01);
        assertThat(answer.headers().firstValue("Server")).isEmpty();
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
    }

    @Test
    void answers_a_duplicate_with_200_and_the_first_record() throws Exception {
        post(common(WEB_01));
        Order order = desk.accepted.get(0);
        decide(order, () -> progress(order.captures().get(0), Phase.CAPTURING, null));
        HttpResponse<String> again = post(common(WEB_01));
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(json(again).at("/duplicate").booleanValue()).isTrue();
        assertThat(json(again).at("/alert/id").textValue())
                .isEqualTo(order.alert().id());
        assertThat(json(again).at("/captures/0/action").textValue()).isEqualTo("started");
        assertThat(json(again).at("/receivedAt").textValue()).isEqualTo("2026-10-01T02:00:01Z");
        assertThat(desk.accepted).hasSize(1);
    }

    @Test
    void takes_seven_fields_twice_unless_they_come_with_the_same_key() throws Exception {
        assertThat(post(sevenFields()).statusCode()).isEqualTo(202);
        assertThat(post(sevenFields()).statusCode()).isEqualTo(202);
        assertThat(send(request("/alerts", sevenFields()).header("Idempotency-Key", "k"))
                        .statusCode())
                .isEqualTo(202);
        assertThat(send(request("/alerts", sevenFields()).header("Idempotency-Key", "k"))
                        .statusCode())
                .isEqualTo(200);
        assertThat(desk.accepted).hasSize(3);
    }

    @Test
    void answers_an_ignored_alert_with_200_and_the_reason() throws Exception {
        HttpResponse<String> answer = post(alert("Resolved", "a-1", WEB_01));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(json(answer).at("/decision").textValue()).isEqualTo("ignore");
        assertThat(json(answer).at("/reason").textValue()).isEqualTo("not-fired");
        assertThat(desk.accepted).isEmpty();
    }

    @Test
    void answers_both_handshakes() throws Exception {
        HttpResponse<String> answer =
                post("[{\"eventType\":\"Microsoft.EventGrid.SubscriptionValidationEvent\",\"data\":{\"validationCode\":"
                        + "\"c-1\"}}]");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("{\"validationResponse\":\"c-1\"}");
        HttpResponse<String> options = send(authorized("/alerts")
                .method("OPTIONS", BodyPublishers.noBody())
                .header("WebHook-Request-Origin", "eventgrid.azure.net"));
        assertThat(options.statusCode()).isEqualTo(200);
        assertThat(options.headers().firstValue("WebHook-Allowed-Origin")).contains("eventgrid.azure.net");
    }

    @Test
    void answers_a_wrong_field_with_422_and_a_problem_document() throws Exception {
        HttpResponse<String> answer = post(sevenFields().replace(":60", ":18001"));
        assertProblem(answer, 422, "invalid-field");
        assertThat(json(answer).at("/pointer").textValue()).isEqualTo("/timeLimit");
        assertThat(json(answer).at("/schema").textValue()).isEqualTo("seed");
        assertThat(json(answer).at("/fix").textValue()).contains("1 to 18000");
        assertThat(json(answer).at("/title").textValue()).isEqualTo("Invalid field");
        assertThat(json(answer).at("/detail").textValue()).isNotEmpty();
    }

    @Test
    void answers_a_web_app_alone_with_422() throws Exception {
        assertProblem(post(common(id("Microsoft.Web/sites", "shop"))), 422, "unsupported-target-type");
        assertThat(desk.accepted).isEmpty();
    }

    @Test
    void answers_what_is_no_json_with_400() throws Exception {
        assertProblem(post("{"), 400, "unparsable");
    }

    @ParameterizedTest
    @CsvSource({"POST,/livez", "DELETE,/alerts", "GET,/alerts", "PUT,/alerts/x", "POST,/captures/x"})
    void answers_a_wrong_method_with_405_and_what_is_allowed(String method, String path) throws Exception {
        HttpResponse<String> answer = send(authorized(path).method(method, BodyPublishers.noBody()));
        assertProblem(answer, 405, "method-not-allowed");
        assertThat(answer.headers().firstValue("Allow")).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/other",
                "/alerts/0123456789abcdef",
                "/alerts/x",
                "/alerts/",
                "/captures/web-01-3fa9c01b",
                "/captures/%2e%2e/x"
            })
    void answers_what_is_not_there_with_404(String path) throws Exception {
        assertThat(send(authorized(path).GET()).statusCode()).isIn(404, 400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/plain",
                "application/x-www-form-urlencoded",
                "application/json; charset=utf-16",
                "json",
                ";"
            })
    void answers_another_media_type_with_415(String type) throws Exception {
        HttpRequest.Builder request = authorized("/alerts").POST(BodyPublishers.ofString(common(WEB_01)));
        assertProblem(send(request.header("Content-Type", type)), 415, "unsupported-media-type");
        assertThat(desk.accepted).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/json",
                "Application/JSON; charset=\"UTF-8\"",
                "text/json",
                "application/cloudevents+json; charset=utf-8"
            })
    void takes_json_by_all_its_names(String type) throws Exception {
        HttpRequest.Builder request = authorized("/alerts").POST(BodyPublishers.ofString(common(WEB_01)));
        assertThat(send(request.header("Content-Type", type)).statusCode()).isEqualTo(202);
    }

    @Test
    void answers_a_body_that_is_too_large_with_413_declared_or_not() throws Exception {
        byte[] large = new byte[10 << 20];
        assertProblem(send(json("/alerts").POST(BodyPublishers.ofByteArray(large))), 413, "body-too-large");
        assertProblem(
                send(json("/alerts").POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large)))),
                413,
                "body-too-large");
        assertThat(post(common(WEB_01)).statusCode()).isEqualTo(202);
    }

    @Test
    void takes_a_body_in_chunks() throws Exception {
        byte[] body = common(WEB_01).getBytes(StandardCharsets.UTF_8);
        assertThat(send(json("/alerts").POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body))))
                        .statusCode())
                .isEqualTo(202);
    }

    @Test
    void lets_in_by_header_own_header_or_query_with_any_of_the_tokens() throws Exception {
        String body = common(WEB_01);
        assertThat(send(bare("/alerts?token=" + SECOND)
                                .POST(BodyPublishers.ofString(body))
                                .header("Content-Type", "application/json"))
                        .statusCode())
                .isEqualTo(202);
        assertThat(send(bare("/alerts/x").header("X-Nightcap-Token", TOKEN)).statusCode())
                .isEqualTo(404);
        assertThat(send(bare("/alerts/x").header("Authorization", "bearer " + SECOND))
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void answers_401_and_then_429_and_still_lets_in_who_has_a_token() throws Exception {
        for (int i = 0; i < 3; i++) {
            HttpResponse<String> answer = send(bare("/alerts?token=wrong").POST(BodyPublishers.ofString("{")));
            assertProblem(answer, 401, "not-authenticated");
            assertThat(answer.headers().firstValue("WWW-Authenticate")).contains("Bearer");
        }
        HttpResponse<String> answer = send(bare("/alerts").header("Authorization", "Bearer " + TOKEN + "x"));
        assertProblem(answer, 429, "too-many-refusals");
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        assertThat(post(common(WEB_01)).statusCode()).isEqualTo(202);
    }

    @Test
    void answers_503_with_retry_after_only_while_temporal_is_out_of_reach() throws Exception {
        desk.closed = true;
        HttpResponse<String> answer = post(common(WEB_01));
        assertProblem(answer, 503, "temporal-unreachable");
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        assertProblem(send(authorized("/alerts/0123456789abcdef").GET()), 503, "temporal-unreachable");
        assertThat(send(bare("/readyz")).statusCode()).isEqualTo(503);
        assertThat(send(bare("/livez")).statusCode()).isEqualTo(200);
        assertThat(post(alert("Resolved", "a-1", WEB_01)).statusCode()).isEqualTo(200);
        desk.closed = false;
        assertThat(send(bare("/readyz")).statusCode()).isEqualTo(200);
        assertThat(post(common(WEB_01)).statusCode()).isEqualTo(202);
    }

    @Test
    void says_that_it_failed_without_saying_how() throws Exception {
        desk.broken = true;
        HttpResponse<String> answer = post(common(WEB_01));
        assertProblem(answer, 500, "internal-error");
        assertThat(answer.body()).doesNotContain("broken as scripted");
    }

    @Test
    void waits_until_the_capture_takes_packets_and_names_the_storage_path() throws Exception {
        AtomicInteger looks = new AtomicInteger();
        CompletableFuture<HttpResponse<String>> answer = client.sendAsync(
                request("/alerts?wait=20s", common(WEB_01)).build(), HttpResponse.BodyHandlers.ofString());
        Order order = firstOrder();
        decide(
                order,
                () -> looks.incrementAndGet() < 3
                        ? progress(order.captures().get(0), Phase.START, null)
                        : progress(order.captures().get(0), Phase.CAPTURING, "https://account/c/x.cap"));
        HttpResponse<String> got = answer.get();
        assertThat(got.statusCode()).isEqualTo(202);
        assertThat(json(got).at("/captures/0/storagePath").textValue()).isEqualTo("https://account/c/x.cap");
        assertThat(json(got).at("/captures/0/phase").textValue()).isEqualTo("capturing");
        assertThat(looks).hasValue(3);
        assertThat(got.headers().firstValue("Location")).isPresent();
    }

    @Test
    void answers_202_when_the_time_to_wait_is_over() throws Exception {
        HttpResponse<String> answer = send(request("/alerts?wait=1s", common(WEB_01)));
        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(json(answer).at("/captures/0/id").textValue()).startsWith("web-01-");
    }

    @Test
    void answers_200_after_a_wait_that_finds_nothing_running() throws Exception {
        post(common(WEB_01));
        Order order = desk.accepted.get(0);
        TargetDecision suppressed = new TargetDecision(
                order.alert().targets().get(0), Action.SUPPRESSED, "web-01-x", RUN, Instant.EPOCH, "suppressed");
        desk.decisions.put(order.alert().id(), () -> new Decision(order.alert(), Instant.EPOCH, List.of(suppressed)));
        HttpResponse<String> answer = send(request("/alerts?wait=20s", common(WEB_01)));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(json(answer).at("/captures/0/action").textValue()).isEqualTo("suppressed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"61s", "1m", "-1", "x", ""})
    void refuses_a_wait_that_it_cannot_keep(String wait) throws Exception {
        assertProblem(send(request("/alerts?wait=" + wait, common(WEB_01))), 400, "invalid-wait");
        assertThat(desk.accepted).isEmpty();
    }

    @Test
    void refuses_a_key_that_is_too_long_to_keep() throws Exception {
        HttpRequest.Builder request = request("/alerts", sevenFields()).header("Idempotency-Key", "k".repeat(256));
        assertProblem(send(request), 400, "invalid-idempotency-key");
    }

    @Test
    void answers_those_who_wait_when_it_stops() throws Exception {
        CompletableFuture<HttpResponse<String>> answer = client.sendAsync(
                request("/alerts?wait=60s", common(WEB_01)).build(), HttpResponse.BodyHandlers.ofString());
        firstOrder();
        receiver.close();
        assertThat(answer.get().statusCode()).isEqualTo(202);
    }

    @Test
    void names_the_address_that_it_cannot_bind() {
        ReceiverConfig taken = ReceiverConfig.of("127.0.0.1", receiver.address().getPort(), List.of(TOKEN));
        try (Receiver second = new Receiver(taken, policy(), desk)) {
            assertThatIOException().isThrownBy(second::start).withMessageContaining(":" + taken.port());
        }
    }

    @Test
    void shows_an_alert_and_a_capture() throws Exception {
        post(common(WEB_01));
        Order order = desk.accepted.get(0);
        decide(order, () -> progress(order.captures().get(0), Phase.CAPTURING, "https://account/c/x.cap"));
        JsonNode alert = json(send(authorized("/alerts/" + order.alert().id()).GET()));
        assertThat(alert.at("/complete").booleanValue()).isTrue();
        assertThat(alert.at("/captures/0/runId").textValue()).isEqualTo(RUN);
        String id = CaptureId.of(order.captures().get(0).target()) + "@" + RUN;
        JsonNode capture = json(send(authorized("/captures/" + id).GET()));
        assertThat(capture.at("/phase").textValue()).isEqualTo("capturing");
        assertThat(capture.at("/id").textValue()).isEqualTo(id);
        assertThat(capture.at("/request/limits/duration").textValue()).isEqualTo("PT5M");
    }

    @Test
    void answers_what_it_accepted_before_it_stops() throws Exception {
        desk.held = new CountDownLatch(1);
        CompletableFuture<HttpResponse<String>> answer =
                client.sendAsync(request("/alerts", common(WEB_01)).build(), HttpResponse.BodyHandlers.ofString());
        desk.reached.await();
        CompletableFuture<Void> stopped = CompletableFuture.runAsync(receiver::close);
        desk.held.countDown();
        assertThat(answer.get().statusCode()).isEqualTo(202);
        stopped.get();
    }

    private Order firstOrder() {
        long until = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (desk.accepted.isEmpty() && System.nanoTime() < until) {
            Thread.onSpinWait();
        }
        return desk.accepted.get(0);
    }

    private void decide(Order order, Supplier<CaptureProgress> progress) {
        String capture = CaptureId.of(order.captures().get(0).target());
        TargetDecision started =
                new TargetDecision(order.alert().targets().get(0), Action.STARTED, capture, RUN, null, "started");
        desk.captures.put(capture + "@" + RUN, progress);
        desk.decisions.put(
                order.alert().id(),
                () -> new Decision(order.alert(), Instant.parse("2026-10-01T02:00:01Z"), List.of(started)));
    }

    private static CaptureProgress progress(CaptureRequest request, Phase phase, @Nullable String path) {
        return new CaptureProgress(request, phase, List.of(), null, path, null, List.of(), null);
    }

    private HttpResponse<String> post(String body) throws Exception {
        return send(request("/alerts", body));
    }

    private HttpRequest.Builder request(String path, String body) {
        return json(path).POST(BodyPublishers.ofString(body));
    }

    private HttpRequest.Builder json(String path) {
        return authorized(path).header("Content-Type", "application/json; charset=utf-8");
    }

    private HttpRequest.Builder authorized(String path) {
        return bare(path).header("Authorization", "Bearer " + TOKEN);
    }

    private HttpRequest.Builder bare(String path) {
        return HttpRequest.newBuilder(URI.create(receiver.address() + path)).timeout(Duration.ofSeconds(30));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static JsonNode json(HttpResponse<String> answer) throws IOException {
        return new ObjectMapper().readTree(answer.body());
    }

    private static void assertProblem(HttpResponse<String> answer, int status, String reason) throws IOException {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(json(answer).at("/type").textValue()).isEqualTo("urn:nightcap:problem:" + reason);
        assertThat(json(answer).at("/status").intValue()).isEqualTo(status);
    }
}
