package dev.nightcap.receiver.alerts;

/** Events in the CloudEvents schema, alone or as Event Grid batches them. Their handshake has no body. */
final class CloudEvents implements Adapter {
    private static final HealthEvents EVENTS = new HealthEvents("CloudEvents", "type", "time");

    @Override
    public boolean recognises(Place root) {
        return HealthEvents.of(root).stream().anyMatch(event -> event.has("specversion"));
    }

    @Override
    public Reading read(Place root) throws Malformed {
        return EVENTS.read(HealthEvents.of(root));
    }
}
