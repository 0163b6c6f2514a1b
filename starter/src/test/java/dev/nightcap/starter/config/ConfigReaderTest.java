package dev.nightcap.starter.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.nightcap.workflows.capture.CaptureLimits;
import dev.nightcap.workflows.capture.CapturePolicy;
import dev.nightcap.workflows.capture.PacketFilter;
import dev.nightcap.workflows.target.ResourceId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigReaderTest {
    private static final String SUBSCRIPTION = "7a1c0000-0000-4000-8000-000000000001";
    private static final String ACCOUNT = "/subscriptions/" + SUBSCRIPTION
            + "/resourceGroups/night/providers/Microsoft.Storage/storageAccounts/evidence";

    @TempDir
    Path home;

    @Test
    void nothing_configured_gives_the_defaults() {
        Config config = ConfigReader.read(environment(), null, null);

        assertThat(config.capture())
                .isEqualTo(new CaptureDefaults(
                        null,
                        null,
                        Map.of(),
                        CaptureLimits.lasting(Duration.ofMinutes(5)),
                        List.of(),
                        CapturePolicy.DEFAULT,
                        "main"));
        assertThat(config.channels()).isEmpty();
        assertThat(config.allowed()).isEqualTo(new Allowed(Set.of(), Set.of()));
        assertThat(config.receiver()).isEqualTo(new ReceiverSettings("127.0.0.1", 8080, null));
        assertThat(config.worker()).isEqualTo(new WorkerSettings(-1));
        assertThat(config.simulator()).isNull();
    }

    @Test
    void every_key_is_read() throws IOException {
        Config config =
                ConfigReader.read(environment("""
                subscription = "%s"
                resource-group = "night"
                duration = "90s"
                total-bytes = "500MB"
                bytes-per-packet = 128
                filters = ["tcp:10.2.0.4:1433", "udp::53"]
                queue-for = "1h"
                cooldown = "1m"
                upload-grace = "2m"
                installation = "prod"
                allowed-subscriptions = ["%s"]
                allowed-storage = ["%s"]
                [storage]
                eastus2 = "%s"
                [channels.ops]
                type = "webhook"
                url-env = "OPS_URL"
                [receiver]
                host = "0.0.0.0"
                port = 9090
                token-file = "/run/token"
                [worker]
                metrics-port = 9464
                """.formatted(SUBSCRIPTION, SUBSCRIPTION, ACCOUNT, ACCOUNT)), null, null);

        ResourceId account = ResourceId.parse(ACCOUNT);
        assertThat(config.capture())
                .isEqualTo(new CaptureDefaults(
                        SUBSCRIPTION,
                        "night",
                        Map.of("eastus2", account),
                        new CaptureLimits(Duration.ofSeconds(90), 500_000_000, 128),
                        List.of(PacketFilter.parse("tcp:10.2.0.4:1433"), PacketFilter.parse("udp::53")),
                        new CapturePolicy(
                                Duration.ofHours(1), Duration.ofMinutes(1), Duration.ofMinutes(2), List.of("ops")),
                        "prod"));
        assertThat(config.channels())
                .containsExactly(new Channel("ops", "webhook", new SecretSource.InEnvironment("OPS_URL")));
        assertThat(config.allowed()).isEqualTo(new Allowed(Set.of(SUBSCRIPTION), Set.of(account)));
        assertThat(config.receiver())
                .isEqualTo(new ReceiverSettings("0.0.0.0", 9090, new SecretSource.InFile(Path.of("/run/token"))));
        assertThat(config.worker()).isEqualTo(new WorkerSettings(9464));
    }

    @Test
    void all_faults_are_reported_together_with_their_keys() throws IOException {
        InvalidConfig invalid = invalid("""
                subscription = "mine"
                duration = "6h"
                total-bytes = "many"
                filters = ["sctp"]
                installation = "Prod!"
                notify = ["pager"]
                colour = "red"
                [storage]
                eastus2 = "evidence"
                [channels.ops]
                type = "fax"
                url = "https://secret.example"
                [receiver]
                port = 70000
                """);

        assertThat(invalid.faults())
                .hasSize(12)
                .anyMatch(fault -> fault.startsWith("subscription (") && fault.contains("GUID"))
                .anyMatch(fault -> fault.startsWith("duration (") && fault.contains("18000"))
                .anyMatch(fault -> fault.startsWith("total-bytes (") && fault.contains("1GiB"))
                .anyMatch(fault -> fault.startsWith("filters (") && fault.contains("protocol"))
                .anyMatch(fault -> fault.startsWith("installation ("))
                .anyMatch(fault -> fault.startsWith("notify (") && fault.contains("pager"))
                .anyMatch(fault -> fault.startsWith("colour (") && fault.contains("no such key"))
                .anyMatch(fault -> fault.startsWith("storage.eastus2 ("))
                .anyMatch(fault -> fault.startsWith("channels.ops.type (") && fault.contains("webhook"))
                .anyMatch(fault -> fault.startsWith("channels.ops.url (") && fault.contains("url-file"))
                .anyMatch(fault -> fault.startsWith("channels.ops.url-file ("))
                .anyMatch(fault -> fault.startsWith("receiver.port (") && fault.contains("65535"));
        assertThat(invalid).hasMessageNotContaining("secret.example");
    }

    @Test
    void a_profile_overlays_the_keys_of_the_file() throws IOException {
        Map<String, String> environment = environment("""
                resource-group = "night"
                duration = "1m"
                [storage]
                eastus2 = "%s"
                [profile.long]
                duration = "1h"
                [profile.long.storage]
                westeurope = "%s"
                """.formatted(ACCOUNT, ACCOUNT));

        CaptureDefaults plain = ConfigReader.read(environment, null, null).capture();
        CaptureDefaults longer = ConfigReader.read(environment, "long", null).capture();

        assertThat(plain.limits().duration()).isEqualTo(Duration.ofMinutes(1));
        assertThat(longer.limits().duration()).isEqualTo(Duration.ofHours(1));
        assertThat(longer.resourceGroup()).isEqualTo("night");
        assertThat(longer.storage()).containsOnlyKeys("eastus2", "westeurope");
    }

    @Test
    void an_unknown_profile_is_refused_by_name() throws IOException {
        Map<String, String> environment = environment("[profile.long]\nduration = \"1h\"");

        InvalidConfig invalid =
                catchThrowableOfType(InvalidConfig.class, () -> ConfigReader.read(environment, "short", null));

        assertThat(invalid.faults()).singleElement().asString().contains("profile.short", "long");
    }

    @Test
    void the_environment_overlays_the_file_and_is_named_in_faults() throws IOException {
        Map<String, String> environment = environment("cooldown = \"1m\"\n[receiver]\nport = 1");
        environment.put("NIGHTCAP_COOLDOWN", "3m");
        environment.put("NIGHTCAP_RECEIVER_PORT", "0");
        assertThat(ConfigReader.read(environment, null, null).capture().policy().cooldown())
                .isEqualTo(Duration.ofMinutes(3));
        assertThat(ConfigReader.read(environment, null, null).receiver().port()).isZero();

        environment.put("NIGHTCAP_COOLDOWN", "soon");
        InvalidConfig invalid =
                catchThrowableOfType(InvalidConfig.class, () -> ConfigReader.read(environment, null, null));
        assertThat(invalid.faults()).singleElement().asString().startsWith("NIGHTCAP_COOLDOWN: ");
    }

    @Test
    void a_file_that_is_no_toml_is_named_with_its_line() throws IOException {
        assertThat(invalid("duration = \"1m\"\nfilters = [").faults())
                .singleElement()
                .asString()
                .contains("config.toml", "not TOML");
    }

    @Test
    void a_config_file_that_is_named_has_to_be_there() {
        Map<String, String> environment = environment();
        environment.put("NIGHTCAP_CONFIG", home.resolve("none.toml").toString());

        assertThat(catchThrowableOfType(InvalidConfig.class, () -> ConfigReader.read(environment, null, null))
                        .faults())
                .singleElement()
                .asString()
                .contains("NIGHTCAP_CONFIG", "none.toml");
    }

    @Test
    void a_simulator_brings_the_defaults_of_its_world() throws IOException {
        Config config = ConfigReader.read(environment(), null, state("""
                {"arm":"https://127.0.0.1:1","blob":"https://127.0.0.1:2","identity":"i","identityHeader":"h",
                 "ca":"/ca.pem","accountKey":"a2V5","tenant":"t","subscription":"%s"}""".formatted(SUBSCRIPTION)));

        assertThat(config.capture().subscription()).isEqualTo(SUBSCRIPTION);
        assertThat(config.capture().resourceGroup()).isEqualTo("night");
        assertThat(config.capture().storage())
                .containsExactly(
                        Map.entry(
                                "eastus2",
                                ResourceId.parse(
                                        "/subscriptions/" + SUBSCRIPTION
                                                + "/resourceGroups/night/providers/Microsoft.Storage/storageAccounts/nightcapevidence")));
        assertThat(String.valueOf(config.simulator())).doesNotContain("a2V5");
    }

    @Test
    void a_state_file_of_another_kind_is_refused() throws IOException {
        Path state = state("{\"arm\":\"https://127.0.0.1:1\"}");

        InvalidConfig invalid =
                catchThrowableOfType(InvalidConfig.class, () -> ConfigReader.read(environment(), null, state));

        assertThat(invalid.faults()).singleElement().asString().contains("state.json");
    }

    private InvalidConfig invalid(String toml) throws IOException {
        Map<String, String> environment = environment(toml);
        return catchThrowableOfType(InvalidConfig.class, () -> ConfigReader.read(environment, null, null));
    }

    private Path state(String json) throws IOException {
        return Files.writeString(home.resolve("state.json"), json);
    }

    private Map<String, String> environment() {
        return new HashMap<>(Map.of("HOME", home.toString()));
    }

    private Map<String, String> environment(String toml) throws IOException {
        Path folder = Files.createDirectories(home.resolve(".config/nightcap"));
        Files.writeString(folder.resolve("config.toml"), toml);
        return environment();
    }
}
