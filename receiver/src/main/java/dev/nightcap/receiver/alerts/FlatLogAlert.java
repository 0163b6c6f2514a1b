package dev.nightcap.receiver.alerts;

import java.util.List;

/** A log alert of the first version, of Log Analytics: no {@code schemaId}, and everything at the root. */
final class FlatLogAlert implements Adapter {
    private static final String SCHEMA = "legacy-log-flat";
    private static final int ENOUGH = 3;
    private static final List<String> TELLING = List.of(
            "AlertRuleName",
            "SearchQuery",
            "SearchIntervalStartTimeUtc",
            "SearchIntervalEndtimeUtc",
            "AlertThresholdOperator",
            "ResultCount",
            "WorkspaceId",
            "LinkToSearchResults");

    @Override
    public boolean recognises(Place root) {
        return !root.has("schemaId") && TELLING.stream().filter(root::has).count() >= ENOUGH;
    }

    @Override
    public Reading read(Place root) {
        return new NewsBuilder(SCHEMA)
                .key(
                        root.get("SearchIntervalEndtimeUtc"),
                        root.get("AlertRuleName"),
                        root.get("SubscriptionId"),
                        root.get("WorkspaceId"))
                .rule(root.get("AlertRuleName"))
                .severity(root.get("Severity"))
                .firedAt(root.get("SearchIntervalEndtimeUtc"))
                .description(
                        root.get("Description").words(), root.get("SearchQuery").words())
                .mention(root.get("SubscriptionId"))
                .mayLackTarget(true)
                .target(root.get("ResourceId"))
                .dimensions(root.get("Dimensions").items())
                .build();
    }
}
