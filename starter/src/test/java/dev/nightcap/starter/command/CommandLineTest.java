package dev.nightcap.starter.command;

import static dev.nightcap.starter.Samples.storage;
import static dev.nightcap.starter.Samples.vm;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.nightcap.starter.Samples;
import dev.nightcap.starter.Shell;
import dev.nightcap.starter.Shell.Ran;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommandLineTest {
    @TempDir
    Path home;

    private final Map<String, String> environment = new HashMap<>();

    @BeforeEach
    void nothingToConnectTo() {
        environment.put("HOME", home.toString());
        environment.put("TEMPORAL_ADDRESS", "127.0.0.1:1");
    }

    @ParameterizedTest
    @CsvSource({
        "--duration, 18001s, 18000",
        "--duration, 0s, 18000",
        "--filter, sctp:1.2.3.4:5, protocol",
        "--filter, tcp:10.0.0.300, IP address",
        "--total-bytes, many, 1GiB",
        "--name, -x-, begins and ends",
        "--file-path, /var/captures/a.pcap, .cap"
    })
    void what_azure_would_not_take_is_refused_before_any_connection(String option, String value, String word) {
        Ran ran = run(
                "start",
                "vm",
                vm("web-01"),
                "--storage",
                storage("nightcapevidence"),
                option + "=" + value,
                "-o",
                "json");

        assertThat(ran.exit()).isEqualTo(2);
        assertThat(ran.json().at("/error/sentence").asText()).contains(word);
        assertThat(ran.err()).contains(word);
    }

    @Test
    void a_name_is_found_in_the_group_that_is_given() {
        JsonNode planned = run(
                        "start",
                        "vm",
                        "web-01",
                        "-g",
                        "night",
                        "--subscription",
                        Samples.SUBSCRIPTION,
                        "--storage",
                        "nightcapevidence",
                        "--dry-run",
                        "-o",
                        "json")
                .json();

        assertThat(planned.at("/target").asText()).isEqualTo(vm("web-01"));
        assertThat(planned.at("/request/storageAccount").asText()).isEqualTo(storage("nightcapevidence"));
        assertThat(planned.at("/request/durationSeconds").asInt()).isEqualTo(300);
    }

    @Test
    void the_names_that_az_gives_options_are_taken_too() {
        JsonNode request = run(
                        "start",
                        "vm",
                        vm("web-01"),
                        "--storage-account",
                        storage("nightcapevidence"),
                        "--time-limit",
                        "90",
                        "--capture-limit",
                        "1000000",
                        "--capture-size",
                        "128",
                        "--filters",
                        "[{\"protocol\":\"TCP\",\"remoteIPAddress\":\"10.2.0.4\",\"remotePort\":\"1433\"}]",
                        "--dry-run",
                        "-o",
                        "json")
                .json()
                .at("/request");

        assertThat(request.at("/durationSeconds").asInt()).isEqualTo(90);
        assertThat(request.at("/totalBytes").asInt()).isEqualTo(1_000_000);
        assertThat(request.at("/bytesPerPacket").asInt()).isEqualTo(128);
        assertThat(request.at("/filters/0").asText()).isEqualTo("tcp:10.2.0.4:1433");
    }

    @Test
    void every_option_has_its_variable_and_the_option_wins() {
        environment.put("NIGHTCAP_STORAGE", storage("nightcapevidence"));
        environment.put("NIGHTCAP_DURATION", "20s");
        environment.put("NIGHTCAP_FILTER", "tcp::80 udp::53");
        environment.put("NIGHTCAP_OUTPUT", "json");

        JsonNode fromVariables = run("start", "vm", vm("web-01"), "--dry-run").json();
        JsonNode fromOption = run("start", "vm", vm("web-01"), "--dry-run", "--duration", "30s")
                .json();

        assertThat(fromVariables.at("/request/durationSeconds").asInt()).isEqualTo(20);
        assertThat(fromVariables.at("/request/filters")).hasSize(2);
        assertThat(fromOption.at("/request/durationSeconds").asInt()).isEqualTo(30);
    }

    @Test
    void a_file_path_alone_keeps_the_file_on_the_vm() throws IOException {
        profile("[storage]\neastus2 = \"" + storage("nightcapevidence") + "\"");

        JsonNode request = run(
                        "start", "vm", vm("web-01"), "--file-path", "/var/captures/a.cap", "--dry-run", "-o", "json")
                .json()
                .at("/request");

        assertThat(request.at("/filePath").asText()).isEqualTo("/var/captures/a.cap");
        assertThat(request.at("/storageAccount").isNull()).isTrue();
    }

    @Test
    void a_scale_set_may_be_narrowed_to_instances() {
        String fleet = "/subscriptions/" + Samples.SUBSCRIPTION
                + "/resourceGroups/night/providers/Microsoft.Compute/virtualMachineScaleSets/fleet";
        String whole = planned("scale-set", fleet);
        String some = planned("scale-set", fleet, "--instance", "0,2");

        assertThat(whole).startsWith("fleet-");
        assertThat(some).startsWith("fleet-").isNotEqualTo(whole);
    }

    @Test
    void the_wrong_kind_of_target_is_told_by_name() {
        Ran ran = run("start", "scale-set", vm("web-01"), "--storage", storage("nightcapevidence"));

        assertThat(ran.exit()).isEqualTo(2);
        assertThat(ran.err()).contains("web-01 is a vm", "nightcap start vm");
    }

    @Test
    void what_is_missing_is_said_with_what_would_be_right() {
        assertThat(run("start", "vm", "web-01").err()).contains("no subscription", "--subscription GUID");
        assertThat(run("start", "vm", vm("web-01")).err()).contains("no storage account", "--storage");
        assertThat(run("stop").err()).contains("no capture is named");
    }

    @Test
    void a_line_that_cannot_be_parsed_is_answered_in_the_format_that_it_asks_for() {
        Ran ran = run("start", "vm", "--no-such-option", "-o", "json");

        assertThat(ran.exit()).isEqualTo(2);
        assertThat(ran.json().at("/error/code").asText()).isEqualTo("usage");
    }

    @Test
    void a_log_level_that_is_none_is_refused() {
        assertThat(run("show", "web-01-0484f2bc", "--log-level", "loud").exit()).isEqualTo(2);
    }

    @Test
    void a_misspelt_command_is_told_what_may_be_meant() {
        assertThat(run("shwo").err()).contains("perhaps show");
    }

    @Test
    void all_faults_of_the_profile_are_told_at_once() throws IOException {
        profile("duration = \"6h\"\ncooldown = \"soon\"");

        Ran ran = run("start", "vm", vm("web-01"), "-o", "json");

        assertThat(ran.exit()).isEqualTo(2);
        assertThat(ran.json().at("/error/sentence").asText()).contains("duration", "cooldown");
    }

    @Test
    void a_temporal_that_is_not_there_is_out_of_reach() {
        Ran ran = run("show", "web-01-0484f2bc", "-o", "json");

        assertThat(ran.exit()).isEqualTo(6);
        assertThat(ran.json().at("/error/code").asText()).isEqualTo("unreachable");
    }

    @Test
    void an_alert_is_planned_without_any_connection() throws IOException {
        Path alert = Files.writeString(home.resolve("alert.json"), """
                {"subscriptionId":"%s","networkWatcherResourceGroup":"NetworkWatcherRG",
                 "networkWatcherName":"NetworkWatcher_eastus2","packetCaptureName":"resets","storageID":"%s",
                 "timeLimit":60,"targetVM":"%s"}""".formatted(
                        Samples.SUBSCRIPTION, storage("nightcapevidence"), vm("web-01")));
        Path noise = Files.writeString(home.resolve("noise.json"), "[]");

        Ran ran = run("alert", "plan", alert.toString(), noise.toString(), "-o", "jsonl");

        assertThat(ran.exit()).isZero();
        assertThat(ran.out().lines().toList())
                .hasSize(2)
                .first()
                .asString()
                .contains("\"decision\":\"start\"", "\"file\":\"" + alert + "\"", vm("web-01"));
    }

    @Test
    void completion_knows_every_command() {
        Ran ran = run("completion", "bash");

        assertThat(ran.exit()).isZero();
        assertThat(ran.out()).contains("scale-set", "explain", "--total-bytes", "complete -F");
        assertThat(run("completion", "fish").exit()).isEqualTo(2);
    }

    private String planned(String kind, String... arguments) {
        String[] line = new String[arguments.length + 7];
        System.arraycopy(
                new String[] {"start", kind, "--dry-run", "-o", "json", "--storage", storage("nightcapevidence")},
                0,
                line,
                0,
                7);
        System.arraycopy(arguments, 0, line, 7, arguments.length);
        return run(line).json().at("/id").asText();
    }

    private void profile(String toml) throws IOException {
        Path folder = Files.createDirectories(home.resolve(".config/nightcap"));
        Files.writeString(folder.resolve("config.toml"), toml);
    }

    private Ran run(String... arguments) {
        return new Shell(environment).run(arguments);
    }
}
