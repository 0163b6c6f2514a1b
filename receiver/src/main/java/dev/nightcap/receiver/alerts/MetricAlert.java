package dev.nightcap.receiver.alerts;

/** A metric alert whose rule does not use the common schema. */
final class MetricAlert implements Adapter {
    private static final String SCHEMA = "AzureMonitorMetricAlert";

    @Override
    public boolean recognises(Place root) {
        return root.get("schemaId").says(SCHEMA);
    }

    @Override
    public Reading read(Place root) throws Malformed {
        Place data = root.get("data");
        return State.fired(SCHEMA, data.get("status"))
                ? news(SCHEMA, data.get("context")).build()
                : State.over(SCHEMA);
    }

    /**
     * What the context of a metric alert says, also of a classic one. Its {@code subscriptionId} may differ from the one
     * in {@code resourceId}, which counts; its {@code id} is the rule's, so the time tells two alerts apart.
     */
    static NewsBuilder news(String schema, Place context) {
        return new NewsBuilder(schema)
                .azureId(context.get("id"))
                .key(context.get("id"), context.get("timestamp"))
                .rule(context.get("name"))
                .severity(context.get("severity"))
                .firedAt(context.get("timestamp"))
                .description(context.get("description").words(), Condition.words(context.get("condition")))
                .mention(context.get("subscriptionId"))
                .target(context.get("resourceId"));
    }
}
