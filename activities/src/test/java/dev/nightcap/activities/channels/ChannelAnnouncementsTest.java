package dev.nightcap.activities.channels;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpServer;
import dev.nightcap.activities.Engine;
import dev.nightcap.activities.azure.Attempts;
import dev.nightcap.workflows.capture.Announcements;
import dev.nightcap.workflows.capture.Announcements.Announcement;
import dev.nightcap.workflows.capture.Asker;
import dev.nightcap.workflows.capture.CaptureDocument;
import dev.nightcap.workflows.capture.CaptureLimits;
import dev.nightcap.workflows.capture.CapturePolicy;
import dev.nightcap.workflows.capture.CaptureRequest;
import dev.nightcap.workflows.capture.CaptureResult;
import dev.nightcap.workflows.capture.Destination;
import dev.nightcap.workflows.capture.Outcome;
import dev.nightcap.workflows.capture.Problem;
import dev.nightcap.workflows.capture.Reason;
import dev.nightcap.workflows.target.ResourceId;
import dev.nightcap.workflows.target.VirtualMachine;
import io.temporal.failure.ApplicationFailure;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChannelAnnouncementsTest {
    private static final String GROUP = "/subscriptions/7a1c0000-0000-4000-8000-000000000001/resourceGroups/night";

    private final List<Headers> headers = new CopyOnWriteArrayList<>();
    private final List<byte[]> bodies = new CopyOnWriteArrayList<>();
    private volatile int status = 204;
    private HttpServer server;
    private Engine engine;
    private Announcements announcements;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), 0), 0);
        server.createContext("/hook", exchange -> {
            headers.add(exchange.getRequestHeaders());
            bodies.add(exchange.getRequestBody().readAllBytes());
            exchange.getResponseHeaders().set("Retry-After", "33");
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        });
        server.start();
        URI url = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/hook?key=PLANTED");
        engine = new Engine(
                new ChannelAnnouncements(Map.of("ops", new ChannelConfig.Webhook(url)), InstantSource.system()));
        announcements = engine.stub(Announcements.class);
    }

    @AfterEach
    void end() {
        engine.close();
        server.stop(0);
    }

    private static Announcement announcement(String channel, Instant until) {
        CaptureRequest request = new CaptureRequest(
                new VirtualMachine(ResourceId.parse(GROUP + "/providers/Microsoft.Compute/virtualMachines/web-01")),
                CaptureLimits.lasting(Duration.ofSeconds(1)),
                List.of(),
                Destination.account(ResourceId.parse(GROUP + "/providers/Microsoft.Storage/storageAccounts/evidence")),
                Asker.person("alice", null),
                CapturePolicy.DEFAULT,
                "test",
                "nightcap");
        CaptureResult result = new CaptureResult(
                Outcome.CAPTURED,
                Reason.EVIDENCE_VERIFIED,
                "captured 3 packets",
                null,
                null,
                null,
                List.of(),
                true,
                List.of(),
                List.of(),
                null,
                "nothing wrong",
                List.of(),
                "nightcap download web-01-1");
        return new Announcement(
                "web-01-1@run/captured",
                channel,
                new CaptureDocument("web-01-1", "run", request, result),
                List.of(request.askedBy()),
                until);
    }

    private static Announcement announcement(String channel) {
        return announcement(channel, Instant.now().plusSeconds(600));
    }

    @Test
    void posts_a_cloud_event_under_the_announcements_key() throws IOException {
        announcements.announce(announcement("ops"));

        JsonNode event = new JsonMapper().readTree(bodies.get(0));
        assertThat(headers.get(0).getFirst("Content-Type")).startsWith("application/cloudevents+json");
        assertThat(headers.get(0).getFirst("Idempotency-Key")).isEqualTo("web-01-1@run/captured");
        assertThat(event.path("specversion").asText()).isEqualTo("1.0");
        assertThat(event.path("type").asText()).isEqualTo("dev.nightcap.capture.ended");
        assertThat(event.path("id").asText()).isEqualTo("web-01-1@run/captured");
        assertThat(event.at("/data/capture/result/outcome").asText()).isEqualTo("captured");
        assertThat(event.at("/data/askers/0/name").asText()).isEqualTo("alice");
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 400, 401, 404, 410})
    void gives_up_on_what_would_not_arrive_next_time_either(int answer) {
        status = answer;
        Problem problem = Engine.problemOf(() -> announcements.announce(announcement("ops")));
        assertThat(problem.sentence()).isEqualTo("channel ops was not reached: HTTP status " + answer);
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 429, 500, 503})
    void tries_again_when_the_receiver_asks_for_it(int answer) {
        status = answer;
        ApplicationFailure failure = Engine.causeOf(() -> announcements.announce(announcement("ops")));
        assertThat(failure.getType()).isEqualTo(Attempts.NOT_YET);
        assertThat(failure.getNextRetryDelay()).isEqualTo(Duration.ofSeconds(33));
    }

    @Test
    void gives_up_when_the_time_is_over() {
        status = 503;
        ApplicationFailure failure = Engine.causeOf(
                () -> announcements.announce(announcement("ops", Instant.now().minusSeconds(1))));
        assertThat(failure.isNonRetryable()).isTrue();
        assertThat(bodies).hasSize(1);
    }

    @Test
    void never_shows_the_address() {
        server.stop(0);
        ApplicationFailure failure = Engine.causeOf(() -> announcements.announce(announcement("ops")));
        assertThat(failure.getMessage() + failure.getDetails().get(Object.class) + failure.getCause())
                .doesNotContain(
                        "PLANTED", "/hook", String.valueOf(server.getAddress().getPort()));
        assertThat(new ChannelConfig.Webhook(URI.create("https://example.org/PLANTED")).toString())
                .doesNotContain("PLANTED");
    }

    @Test
    void names_the_channels_that_there_are() {
        assertThat(Engine.problemOf(() -> announcements.announce(announcement("pager")))
                        .sentence())
                .contains("pager", "log, ops");
    }

    @Test
    void tells_the_log() {
        announcements.announce(announcement("log"));
        assertThat(bodies).isEmpty();
    }
}
