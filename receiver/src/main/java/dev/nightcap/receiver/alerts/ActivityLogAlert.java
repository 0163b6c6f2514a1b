package dev.nightcap.receiver.alerts;

/**
 * An event of the activity log, of resource health or of service health. These alerts are stateless: what their own
 * {@code status} says is the event's state, not the alert's.
 */
final class ActivityLogAlert implements Adapter {
    private static final String SCHEMA = "Microsoft.Insights/activityLogs";

    @Override
    public boolean recognises(Place root) {
        return root.get("schemaId").says(SCHEMA);
    }

    @Override
    public Reading read(Place root) throws Malformed {
        Place data = root.get("data");
        if (!State.fired(SCHEMA, data.get("status"))) {
            return State.over(SCHEMA);
        }
        Place event = data.get("context", "activityLog");
        return new NewsBuilder(SCHEMA)
                .azureId(event.get("eventDataId"))
                .key(event.get("eventDataId"))
                .severity(event.get("level"))
                .firedAt(event.get("eventTimestamp"))
                .description(
                        event.get("description").words(),
                        event.get("properties", "title").words(),
                        event.get("operationName").words())
                .mention(event.get("subscriptionId"))
                .mayLackTarget(event.get("eventSource").says("ServiceHealth"))
                .target(event.get("resourceId"))
                .build();
    }
}
