package dev.nightcap.receiver.alerts;

/** A scale set grew or shrank. Looks like a classic metric alert, but for its {@code operation}. */
final class AutoscaleNotification implements Adapter {
    private static final String SCHEMA = "autoscale-notification";

    @Override
    public boolean recognises(Place root) {
        return !root.has("schemaId")
                && root.has("operation")
                && root.get("context").node().isObject();
    }

    @Override
    public Reading read(Place root) {
        return new Reading.Idle(SCHEMA, Words.NOT_AN_ALERT, "this tells of an autoscale operation, and no alert fired");
    }
}
