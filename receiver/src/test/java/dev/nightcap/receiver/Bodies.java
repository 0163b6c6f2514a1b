package dev.nightcap.receiver;

import java.util.List;
import java.util.stream.Collectors;

/** Payloads, made here. */
public final class Bodies {
    public static final String SUBSCRIPTION = "7a1c0000-0000-4000-8000-000000000001";
    public static final String WEB_01 = vm("web-01");

    private Bodies() {}

    public static String vm(String name) {
        return id("Microsoft.Compute/virtualMachines", name);
    }

    public static String id(String type, String name) {
        return "/subscriptions/" + SUBSCRIPTION + "/resourceGroups/night/providers/" + type + "/" + name;
    }

    /** A fired metric alert in the common schema. */
    public static String common(String... targets) {
        return alert("Fired", "a-1", targets);
    }

    public static String alert(String state, String alert, String... targets) {
        return "{\"data\":{\"essentials\":{\"alertId\":\"" + alertId(alert)
                + "\",\"alertRule\":\"resets\",\"severity\":\"Sev2\",\"signalType\":\"Metric\",\"monitorCondition\":\""
                + state + "\",\"monitoringService\":\"Platform\",\"alertTargetIDs\":" + list(targets)
                + ",\"firedDateTime\":\"2026-10-01T02:00:00Z\",\"description\":\"too many resets\"},"
                + "\"alertContext\":{\"condition\":{\"allOf\":[{\"metricName\":\"Percentage CPU\",\"operator\":"
                + "\"GreaterThan\",\"threshold\":\"25\",\"metricValue\":31.1}]}}},"
                + "\"schemaId\":\"azureMonitorCommonAlertSchema\"}";
    }

    /** A log alert whose scope is a workspace, with one dimension. */
    public static String log(String dimension, String value) {
        return "{\"schemaId\":\"AzureMonitorCommonAlertSchema\",\"data\":{\"essentials\":{\"alertId\":\""
                + alertId("l-1")
                + "\",\"signalType\":\"Log\",\"monitorCondition\":\"Fired\",\"monitoringService\":\"Log Alerts V2\","
                + "\"alertTargetIDs\":" + list(id("Microsoft.OperationalInsights/workspaces", "law")) + "},"
                + "\"alertContext\":{\"condition\":{\"allOf\":[{\"dimensions\":[{\"name\":\"" + dimension
                + "\",\"value\":\"" + value + "\"}]}]}}}}";
    }

    public static String sevenFields() {
        return "{\"subscriptionId\":\"" + SUBSCRIPTION + "\",\"networkWatcherResourceGroup\":\"NetworkWatcherRG\","
                + "\"networkWatcherName\":\"NetworkWatcher_eastus2\",\"packetCaptureName\":\"pc-1\",\"storageID\":\""
                + id("Microsoft.Storage/storageAccounts", "nightcapevidence")
                + "\",\"timeLimit\":60,\"targetVM\":\"" + WEB_01 + "\"}";
    }

    public static String event(String state) {
        return "{\"id\":\"e-" + state + "\",\"eventType\":\"Microsoft.ResourceNotifications.HealthResources."
                + "AvailabilityStatusChanged\",\"eventTime\":\"2026-10-01T02:00:00Z\",\"data\":{\"resourceInfo\":"
                + "{\"properties\":{\"targetResourceId\":\"" + WEB_01 + "\",\"availabilityState\":\"" + state
                + "\"}}}}";
    }

    private static String alertId(String name) {
        return "/subscriptions/" + SUBSCRIPTION + "/providers/Microsoft.AlertsManagement/alerts/" + name;
    }

    private static String list(String... texts) {
        return List.of(texts).stream().map(text -> "\"" + text + "\"").collect(Collectors.joining(",", "[", "]"));
    }
}
