package dev.nightcap.receiver.alerts;

/** A classic metric or web test alert: no {@code schemaId}, {@code status} and {@code context} at the root. */
final class ClassicMetricAlert implements Adapter {
    private static final String SCHEMA = "legacy-metric-classic";

    @Override
    public boolean recognises(Place root) {
        Place context = root.get("context");
        return !root.has("schemaId")
                && context.node().isObject()
                && (context.has("conditionType") || context.has("condition") || context.has("resourceId"));
    }

    @Override
    public Reading read(Place root) throws Malformed {
        return State.fired(SCHEMA, root.get("status"))
                ? MetricAlert.news(SCHEMA, root.get("context")).build()
                : State.over(SCHEMA);
    }
}
