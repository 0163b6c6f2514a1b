package dev.nightcap.starter.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.nightcap.starter.Samples;
import dev.nightcap.starter.Shell;
import dev.nightcap.starter.Shell.Ran;
import dev.nightcap.starter.captures.Alerts;
import dev.nightcap.starter.captures.Captures;
import dev.nightcap.starter.captures.Temporal;
import dev.nightcap.workflows.alert.Alert;
import dev.nightcap.workflows.alert.AlertResponse;
import io.temporal.api.workflowservice.v1.DescribeNamespaceRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against the real binary, in a cache folder of its own. */
class DevServerTest {
    private static final Map<String, String> ENVIRONMENT = new HashMap<>();

    @TempDir
    static Path cache;

    private static DevServer server;
    private static RunningServer running;

    private static final String ABSENT =
            "the machine's own dev server, for there is no temporal binary; nightcap temporal install puts one there";

    @BeforeAll
    static void start() throws IOException {
        Optional<Path> binary = CacheFolder.of(System.getenv()).temporal(System.getenv());
        if (binary.isEmpty()) {
            System.err.println("SKIPPED: " + ABSENT);
        }
        assumeTrue(binary.isPresent() || "true".equals(System.getenv("NIGHTCAP_REQUIRE_TEMPORAL")), ABSENT);
        assertThat(binary).as(ABSENT).isPresent();
        ENVIRONMENT.put("HOME", cache.toString());
        ENVIRONMENT.put("XDG_CACHE_HOME", cache.toString());
        ENVIRONMENT.put("PATH", System.getenv("PATH"));
        Path link = CacheFolder.of(ENVIRONMENT).binary();
        Files.createDirectories(link.getParent());
        Files.createSymbolicLink(link, binary.orElseThrow());
        server = new DevServer(ENVIRONMENT);
        running = twoAtOnce();
    }

    /** As two terminals would. */
    private static RunningServer twoAtOnce() {
        CompletableFuture<RunningServer> one = CompletableFuture.supplyAsync(DevServerTest::started);
        CompletableFuture<RunningServer> other = CompletableFuture.supplyAsync(DevServerTest::started);
        assertThat(one.join()).isEqualTo(other.join());
        return one.join();
    }

    private static synchronized void note(String line) {
        assertThat(line).isNotBlank();
    }

    private static RunningServer started() {
        return new DevServer(ENVIRONMENT).start(DevServerTest::note);
    }

    @AfterAll
    static void stop() {
        if (server != null) {
            boolean stopped = server.stop();
            assertThat(stopped).isEqualTo(running != null);
            assertThat(server.running()).isEmpty();
            assertThat(server.stop()).isFalse();
        }
    }

    @Test
    void it_is_found_again_and_not_started_twice() {
        assertThat(server.running()).contains(running);
        assertThat(started()).isEqualTo(running);
    }

    @Test
    void it_remembers_for_thirty_days() {
        try (Temporal temporal = connect()) {
            long seconds = temporal.stubs()
                    .blockingStub()
                    .describeNamespace(DescribeNamespaceRequest.newBuilder()
                            .setNamespace("default")
                            .build())
                    .getConfig()
                    .getWorkflowExecutionRetentionTtl()
                    .getSeconds();
            assertThat(seconds).isEqualTo(Duration.ofDays(30).toSeconds());
        }
    }

    @Test
    void captures_are_found_by_their_columns() {
        try (Temporal temporal = connect()) {
            captures(temporal).start(Samples.request("listed-01", Duration.ofSeconds(60)), false);
        }

        JsonNode listed = listedOnce("list", "--target", "listed-01", "--running", "--since", "1h", "-o", "json");

        assertThat(listed).hasSize(1);
        assertThat(listed.at("/0/id").asText()).startsWith("listed-01-");
        assertThat(listed.at("/0/trigger").asText()).isEqualTo("person");
        assertThat(listed.at("/0/phase").asText()).isEqualTo("prepare");
        assertThat(run("list", "--target", "listed-01", "--outcome", "failed", "-o", "json")
                        .json())
                .isEmpty();
    }

    @Test
    void an_alert_is_accepted_once_and_found_by_any_of_its_ids() {
        String guid = "5a1b0000-0000-4000-8000-00000000abcd";
        String id = Alert.idOf("delivery-1");
        Alert alert = new Alert(
                id,
                "azureMonitorCommonAlertSchema",
                "/subscriptions/s/providers/Microsoft.AlertsManagement/alerts/" + guid,
                "resets",
                "Sev2",
                null,
                null,
                List.of());
        try (Temporal temporal = connect()) {
            Alerts alerts = new Alerts(temporal, (stubs, namespace) -> {});
            AlertResponse.Order order = new AlertResponse.Order(alert, List.of());
            assertThat(alerts.accept(order)).isFalse();
            assertThat(alerts.accept(order)).isTrue();
            temporal.client().newUntypedWorkflowStub("alert/" + id).terminate("no worker will decide it");
            assertThat(alerts.accept(order)).isTrue();
        }

        JsonNode listed = listedOnce("alert", "list", "--rule", "resets", "-o", "json");

        assertThat(listed.at("/0/id").asText()).isEqualTo(id);
        for (String any : List.of(id, "alert/" + id, guid, String.valueOf(alert.azureId()))) {
            Ran explained = run("explain", any, "-o", "json");
            assertThat(explained.json().at("/id").asText()).isEqualTo(id);
        }
        assertThat(run("explain", "0123456789abcdef").exit()).isEqualTo(3);
    }

    @Test
    void status_tells_where_it_is() {
        JsonNode status = run("temporal", "status", "-o", "json").json();

        assertThat(status.at("/running").asBoolean()).isTrue();
        assertThat(status.at("/address").asText()).isEqualTo(running.address());
        assertThat(status.at("/ui").asText()).isEqualTo(running.ui());
        assertThat(run("temporal", "install").err()).contains("already there");
    }

    /** The columns are filled in a moment after a start: polls, each time by a whole command. */
    private static JsonNode listedOnce(String... line) {
        for (int i = 0; i < 100; i++) {
            JsonNode listed = run(line).json();
            if (!listed.isEmpty()) {
                return listed;
            }
        }
        throw new AssertionError("nothing is listed by " + String.join(" ", line));
    }

    private static Captures captures(Temporal temporal) {
        return new Captures(temporal, (stubs, namespace) -> {}, Clock.systemUTC());
    }

    private static Temporal connect() {
        return Temporal.connect(ENVIRONMENT, false, DevServerTest::note);
    }

    private static Ran run(String... arguments) {
        return new Shell(ENVIRONMENT).run(arguments);
    }
}
