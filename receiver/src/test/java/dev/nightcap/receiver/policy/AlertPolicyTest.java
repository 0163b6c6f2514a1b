package dev.nightcap.receiver.policy;

import static dev.nightcap.receiver.Bodies.SUBSCRIPTION;
import static dev.nightcap.receiver.Bodies.WEB_01;
import static dev.nightcap.receiver.Bodies.alert;
import static dev.nightcap.receiver.Bodies.common;
import static dev.nightcap.receiver.Bodies.event;
import static dev.nightcap.receiver.Bodies.id;
import static dev.nightcap.receiver.Bodies.log;
import static dev.nightcap.receiver.Bodies.sevenFields;
import static dev.nightcap.receiver.Bodies.vm;
import static org.assertj.core.api.Assertions.assertThat;

import dev.nightcap.receiver.policy.Plan.Start;
import dev.nightcap.workflows.capture.CaptureLimits;
import dev.nightcap.workflows.capture.CapturePolicy;
import dev.nightcap.workflows.capture.CaptureRequest;
import dev.nightcap.workflows.capture.Destination;
import dev.nightcap.workflows.target.ResourceId;
import dev.nightcap.workflows.target.ScaleSet;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AlertPolicyTest {
    private static final ResourceId EVIDENCE =
            ResourceId.parse(id("Microsoft.Storage/storageAccounts", "nightcapevidence"));

    private final AlertPolicy policy = new AlertPolicy(PolicyConfig.of(Destination.account(EVIDENCE), "night"));

    @Test
    void starts_one_capture_for_each_distinct_target_and_drops_other_types() {
        Start start = start(common(
                WEB_01,
                WEB_01.toUpperCase(Locale.ROOT).replace("/SUBSCRIPTIONS", "/subscriptions"),
                id("Microsoft.Network/networkInterfaces", "nic"),
                vm("web-02")));
        assertThat(start.captures())
                .extracting(request -> request.target().shortName())
                .containsExactly("web-01", "web-02");
        CaptureRequest first = start.captures().get(0);
        assertThat(first.limits()).isEqualTo(CaptureLimits.lasting(Duration.ofMinutes(5)));
        assertThat(first.destination().storageAccount()).isEqualTo(EVIDENCE);
        assertThat(first.askedBy().alertId()).isEqualTo(start.alert().id());
        assertThat(first.askedBy().alertRule()).isEqualTo("resets");
        assertThat(start.alert().firedAt()).isEqualTo("2026-10-01T02:00:00Z");
        assertThat(start.alert().description()).isEqualTo("too many resets; Percentage CPU GreaterThan 25 (was 31.1)");
    }

    @Test
    void narrows_a_scale_set_to_the_instance_that_is_named() {
        String fleet = id("Microsoft.Compute/virtualMachineScaleSets", "fleet");
        assertThat(start(common(fleet + "/virtualMachines/2")).captures())
                .extracting(CaptureRequest::target)
                .containsExactly(new ScaleSet(ResourceId.parse(fleet), List.of("2")));
        assertThat(start(common(fleet)).captures())
                .extracting(CaptureRequest::target)
                .containsExactly(new ScaleSet(ResourceId.parse(fleet), List.of()));
    }

    @Test
    void gives_every_delivery_of_one_alert_the_same_id_and_every_other_another() {
        String id = start(alert("Fired", "a-1", WEB_01, vm("web-02"))).alert().id();
        assertThat(id).matches("[0-9a-f]{16}");
        assertThat(start(alert("Fired", "a-1", vm("WEB-02"), WEB_01)).alert().id())
                .isEqualTo(id);
        assertThat(start(alert("Fired", "a-2", WEB_01, vm("web-02"))).alert().id())
                .isNotEqualTo(id);
        assertThat(start(alert("Fired", "a-1", WEB_01)).alert().id()).isNotEqualTo(id);
    }

    @Test
    void tells_deliveries_without_a_key_apart_by_what_came_with_them() {
        byte[] body = bytes(sevenFields());
        assertThat(alertId(policy.plan(body, "one"))).isEqualTo(alertId(policy.plan(body, "one")));
        assertThat(alertId(policy.plan(body, "one"))).isNotEqualTo(alertId(policy.plan(body, "two")));
        assertThat(alertId(policy.plan(bytes(common(WEB_01)), "one")))
                .isEqualTo(alertId(policy.plan(bytes(common(WEB_01)), "two")));
    }

    @Test
    void knows_an_event_of_the_activity_log_by_its_own_id() {
        assertThat(alertId(plan(activityLog("e-1")))).isEqualTo(alertId(plan(activityLog("e-1"))));
        assertThat(alertId(plan(activityLog("e-1")))).isNotEqualTo(alertId(plan(activityLog("e-2"))));
    }

    @Test
    void takes_limits_storage_and_name_from_the_seven_fields() {
        Start start = start(sevenFields());
        CaptureRequest request = start.captures().get(0);
        assertThat(start.schema()).isEqualTo("seed");
        assertThat(request.limits().duration()).isEqualTo(Duration.ofMinutes(1));
        assertThat(request.namePrefix()).isEqualTo("pc-1");
        assertThat(request.destination()).isEqualTo(Destination.account(EVIDENCE));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "subscriptionId",
                "networkWatcherResourceGroup",
                "networkWatcherName",
                "packetCaptureName",
                "storageID",
                "timeLimit",
                "targetVM"
            })
    void wants_all_seven_fields(String field) {
        String without = sevenFields().replace("\"" + field + "\"", "\"other\"");
        assertRejected(without, "missing-field", "/" + field);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"timeLimit\":60 | \"timeLimit\":0 | invalid-field | /timeLimit",
                "\"timeLimit\":60 | \"timeLimit\":18001 | invalid-field | /timeLimit",
                "\"timeLimit\":60 | \"timeLimit\":60.5 | invalid-field | /timeLimit",
                "\"timeLimit\":60 | \"timeLimit\":99999999999999999999 | invalid-field | /timeLimit",
                "pc-1 | pc 1 | invalid-field | /packetCaptureName",
                "storageAccounts/nightcapevidence | blobs/x | invalid-field | /storageID",
                "virtualMachines/web-01 | virtualMachineScaleSets/fleet | invalid-field | /targetVM",
                "virtualMachines/web-01 | virtualMachines/.. | invalid-target-id | /targetVM",
                "NetworkWatcher_eastus2 | '' | invalid-field | /networkWatcherName"
            })
    void refuses_a_wrong_field_by_name(String right, String wrong, String reason, String pointer) {
        assertRejected(sevenFields().replace(right, wrong), reason, pointer);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Resolved | ignore | not-fired",
                "deactivated | ignore | not-fired",
                "Perhaps | reject | invalid-field"
            })
    void looks_at_the_state_before_the_targets(String state, String decision, String reason) {
        assertDecided(alert(state, "a-1", "<no id>"), decision, reason);
    }

    @Test
    void wants_a_state() {
        assertRejected(
                common(WEB_01).replace("monitorCondition", "other"),
                "missing-field",
                "/data/essentials/monitorCondition");
    }

    @Test
    void ignores_a_test_notification_before_it_looks_for_targets() {
        assertDecided(alert("Fired", "Test_Alert"), "ignore", "test-notification");
        String test = "11111111-1111-1111-1111-111111111111";
        assertDecided(common("<no id>").replace(SUBSCRIPTION, test), "ignore", "test-notification");
        assertDecided(common(WEB_01.replace(SUBSCRIPTION, test)), "ignore", "test-notification");
    }

    @Test
    void rejects_an_alert_without_a_target_and_ignores_one_about_money() {
        assertDecided(common(), "reject", "missing-target");
        assertDecided(common().replace("\"Platform\"", "\"CostAlerts\""), "ignore", "no-resource-target");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "web-01",
                "/subscriptions/not-a-guid/resourceGroups/g/providers/Microsoft.Compute/virtualMachines/v",
                "/subscriptions/" + SUBSCRIPTION + "/resourceGroups/../providers/Microsoft.Compute/virtualMachines/v",
                "/subscriptions/" + SUBSCRIPTION
                        + "/resourceGroups/g/providers/Microsoft.Compute/virtualMachines/v?a=b",
                "/subscriptions/" + SUBSCRIPTION + "/resourceGroups/g/providers/Microsoft.Compute/virtualMachines/{v}",
                "/subscriptions/" + SUBSCRIPTION + "/resourceGroups/g/providers/Microsoft.Compute/virtualMachines/a b",
                "/subscriptions/" + SUBSCRIPTION + "/resourceGroups/g/providers/Microsoft.Web/serverfarms/<plan>"
            })
    void rejects_a_malformed_target_beside_a_good_one(String id) {
        assertRejected(common(WEB_01, id), "invalid-target-id", "/data/essentials/alertTargetIDs/1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/subscriptions/" + SUBSCRIPTION,
                "/subscriptions/" + SUBSCRIPTION + "/resourceGroups/night",
                "/subscriptions/" + SUBSCRIPTION
                        + "/resourceGroups/g/providers/Microsoft.Insights/actionGroups/on call",
                "/subscriptions/" + SUBSCRIPTION
                        + "/resourceGroups/g/providers/Microsoft.Compute/virtualMachines/v/extensions/e",
                "/subscriptions/" + SUBSCRIPTION + "/resourceGroups/g/providers/Microsoft.Web/serverfarms/plan"
            })
    void ignores_what_is_no_target_though_its_id_is_right(String id) {
        assertDecided(common(id), "ignore", "unsupported-target-type");
    }

    @Test
    void takes_a_hundred_targets_and_no_more() {
        String[] targets = IntStream.range(0, 101).mapToObj(i -> vm("vm-" + i)).toArray(String[]::new);
        assertDecided(common(targets), "reject", "too-many-targets");
        assertThat(start(common(Arrays.copyOf(targets, 100))).captures()).hasSize(100);
    }

    @Test
    void takes_the_dimension_of_a_log_alert_only_where_no_target_is_left() {
        assertThat(start(log("_ResourceId", WEB_01)).targets()).containsExactly(ResourceId.parse(WEB_01));
        assertDecided(log("Computer", WEB_01), "ignore", "unsupported-target-type");
        assertDecided(log("ResourceId", "web-01.example.net"), "ignore", "unsupported-target-type");
        assertDecided(
                log("ResourceId", WEB_01).replace("\"Log\"", "\"Metric\"").replace("Log Alerts V2", "Platform"),
                "ignore",
                "unsupported-target-type");
    }

    @Test
    void names_web_apps_as_targets_and_says_that_they_come_later() {
        String slot = id("Microsoft.Web/sites", "shop/slots/staging");
        Start start = start(common(slot));
        assertThat(start.targets()).containsExactly(ResourceId.parse(slot));
        assertThat(start.captures()).isEmpty();
        assertThat(start.hindrance())
                .isNotNull()
                .extracting(Plan.Reject::reason)
                .isEqualTo("unsupported-target-type");
        Start beside = start(common(slot, WEB_01));
        assertThat(beside.targets()).hasSize(2);
        assertThat(beside.captures()).hasSize(1);
        assertThat(beside.hindrance()).isNull();
    }

    @Test
    void says_that_there_is_no_storage_account_though_the_plan_stands() {
        Start start = (Start) new AlertPolicy(PolicyConfig.of(null, "night")).plan(bytes(common(WEB_01)));
        assertThat(start.captures()).isEmpty();
        assertThat(start.hindrance())
                .isNotNull()
                .extracting(Plan.Reject::reason)
                .isEqualTo("no-storage");
    }

    @Test
    void keeps_to_the_lists_of_what_is_allowed() {
        AlertPolicy strict = new AlertPolicy(new PolicyConfig(
                CaptureLimits.lasting(Duration.ofMinutes(1)),
                List.of(),
                Destination.account(EVIDENCE),
                CapturePolicy.DEFAULT,
                "night",
                Set.of(SUBSCRIPTION.toUpperCase(Locale.ROOT)),
                Set.of(EVIDENCE)));
        assertThat(strict.plan(bytes(common(WEB_01)))).isInstanceOf(Start.class);
        assertThat(strict.plan(bytes(sevenFields()))).isInstanceOf(Start.class);
        assertThat(strict.plan(bytes(sevenFields().replace("nightcapevidence", "elsewhere"))))
                .isInstanceOfSatisfying(Plan.Reject.class, reject -> {
                    assertThat(reject.reason()).isEqualTo("storage-not-allowed");
                    assertThat(reject.status()).isEqualTo(403);
                    assertThat(reject.pointer()).isEqualTo("/storageID");
                });
        String elsewhere = WEB_01.replace(SUBSCRIPTION, "7a1c0000-0000-4000-8000-0000000000ff");
        assertThat(strict.plan(bytes(common(WEB_01, elsewhere)))).isInstanceOfSatisfying(Plan.Reject.class, reject -> {
            assertThat(reject.reason()).isEqualTo("subscription-not-allowed");
            assertThat(reject.pointer()).isEqualTo("/data/essentials/alertTargetIDs/1");
        });
    }

    @Test
    void counts_of_events_only_a_machine_that_became_unavailable() {
        assertThat(start("[" + event("Available") + "," + event("Unavailable") + "]")
                        .targets())
                .hasSize(1);
        assertDecided(event("Available"), "ignore", "recovered");
        assertDecided(event("Sleepy"), "reject", "invalid-field");
        assertDecided(
                event("Unavailable").replace("AvailabilityStatusChanged", "Other"), "ignore", "unsupported-event-type");
        assertDecided("[" + event("Unavailable") + ",{}]", "reject", "missing-field");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "[]", "[1]", "null", "1", "\"text\"", "{\"schemaId\":\"other\"}", "{\"schemaId\":7}"})
    void rejects_what_is_no_alert(String body) {
        assertDecided(body, "reject", "unsupported-schema");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "{\"a\":1,\"a\":2}", "{} {}", "\u0000", "{\"a\":1e}", "NaN"})
    void rejects_what_is_no_json_with_a_400(String body) {
        assertThat(plan(body)).isInstanceOfSatisfying(Plan.Reject.class, reject -> {
            assertThat(reject.reason()).isEqualTo("unparsable");
            assertThat(reject.status()).isEqualTo(400);
        });
    }

    @Test
    void survives_depth_length_and_bytes_that_are_no_text() {
        assertDecided("[".repeat(100_000), "reject", "unparsable");
        assertDecided("{\"a\":" + "9".repeat(100_000) + "}", "reject", "unparsable");
        assertDecided("{\"" + "n".repeat(100_000) + "\":1}", "reject", "unparsable");
        assertThat(policy.plan(new byte[] {'{', '"', (byte) 0xff, (byte) 0xfe, '"', '}'}))
                .isInstanceOf(Plan.Reject.class);
    }

    @Test
    void keeps_no_control_character_of_what_it_shows() {
        Start start = start(common(WEB_01).replace("\"resets\"", "\"re\\u001b[31m\\nsets\""));
        assertThat(start.alert().rule()).isEqualTo("re [31m sets");
    }

    private static String activityLog(String event) {
        return "{\"schemaId\":\"Microsoft.Insights/activityLogs\",\"data\":{\"status\":\"Activated\",\"context\":"
                + "{\"activityLog\":{\"eventDataId\":\"" + event + "\",\"eventSource\":\"Administrative\","
                + "\"resourceId\":\"" + WEB_01 + "\"}}}}";
    }

    private Plan plan(String body) {
        return policy.plan(bytes(body));
    }

    private Start start(String body) {
        Plan plan = plan(body);
        assertThat(plan).as(plan.sentence()).isInstanceOf(Start.class);
        return (Start) plan;
    }

    private void assertDecided(String body, String decision, String reason) {
        PlanDocument document = PlanDocument.of("test", plan(body));
        assertThat(document.decision() + " " + document.reason())
                .as(document.sentence())
                .isEqualTo(decision + " " + reason);
    }

    private void assertRejected(String body, String reason, String pointer) {
        assertThat(plan(body)).isInstanceOfSatisfying(Plan.Reject.class, reject -> {
            assertThat(reject.reason()).as(reject.sentence()).isEqualTo(reason);
            assertThat(reject.pointer()).isEqualTo(pointer);
            assertThat(reject.status()).isEqualTo(422);
        });
    }

    private static String alertId(Plan plan) {
        return ((Start) plan).alert().id();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
