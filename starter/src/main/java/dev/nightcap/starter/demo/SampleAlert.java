package dev.nightcap.starter.demo;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.nightcap.workflows.target.ResourceId;
import java.time.Instant;
import java.util.UUID;

/** An alert as Azure Monitor sends it: a metric alert of the common schema about one virtual machine. */
final class SampleAlert {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int FAILED = 37;
    private static final String THRESHOLD = "10";

    private SampleAlert() {}

    /** The body of the request; each call is another alert. */
    static String about(ResourceId machine, Instant firedAt) {
        ObjectNode root = JSON.createObjectNode().put("schemaId", "azureMonitorCommonAlertSchema");
        ObjectNode data = root.putObject("data");
        ObjectNode essentials = data.putObject("essentials");
        essentials.put(
                "alertId",
                "/subscriptions/" + machine.subscription() + "/providers/Microsoft.AlertsManagement/alerts/"
                        + UUID.randomUUID());
        essentials.put("alertRule", "connections to the database fail");
        essentials.put("severity", "Sev1").put("signalType", "Metric").put("monitorCondition", "Fired");
        essentials.put("monitoringService", "Platform");
        essentials.putArray("alertTargetIDs").add(machine.key());
        essentials.putArray("configurationItems").add(machine.name());
        essentials.put("originAlertId", machine.subscription() + "_night_Microsoft.Insights_metricAlerts_demo");
        essentials.put("firedDateTime", firedAt.toString());
        essentials.put("description", "TCP connections of the web tier to the database time out");
        essentials.put("essentialsVersion", "1.0").put("alertContextVersion", "1.0");
        ObjectNode context = data.putObject("alertContext");
        context.put("conditionType", "SingleResourceMultipleMetricCriteria");
        context.putObject("condition")
                .put("windowSize", "PT5M")
                .putArray("allOf")
                .addObject()
                .put("metricName", "TCP connections failed")
                .put("operator", "GreaterThan")
                .put("threshold", THRESHOLD)
                .put("timeAggregation", "Total")
                .put("metricValue", FAILED);
        return root.toString();
    }
}
