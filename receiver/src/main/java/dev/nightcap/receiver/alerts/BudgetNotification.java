package dev.nightcap.receiver.alerts;

/** A budget was spent: about money, never about a resource. */
final class BudgetNotification implements Adapter {
    private static final String SCHEMA = "AIP Budget Notification";

    @Override
    public boolean recognises(Place root) {
        return root.get("schemaId").says(SCHEMA);
    }

    @Override
    public Reading read(Place root) {
        return new NewsBuilder(SCHEMA)
                .mention(root.get("data", "SubscriptionId"))
                .mayLackTarget(true)
                .build();
    }
}
