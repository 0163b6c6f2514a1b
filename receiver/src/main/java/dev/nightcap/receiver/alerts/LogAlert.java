package dev.nightcap.receiver.alerts;

/** A log alert of Application Insights: about a query's result, never about a resource. */
final class LogAlert implements Adapter {
    private static final String SCHEMA = "Microsoft.Insights/LogAlert";

    @Override
    public boolean recognises(Place root) {
        return root.get("schemaId").says(SCHEMA);
    }

    @Override
    public Reading read(Place root) {
        Place data = root.get("data");
        return new NewsBuilder(SCHEMA)
                .rule(data.get("AlertRuleName"))
                .mention(data.get("SubscriptionId"))
                .mayLackTarget(true)
                .build();
    }
}
