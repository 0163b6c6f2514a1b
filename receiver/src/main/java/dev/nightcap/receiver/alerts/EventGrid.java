package dev.nightcap.receiver.alerts;

import java.util.List;

/** Events in Event Grid's own schema, in a list or alone, and its question whether they are wanted. */
final class EventGrid implements Adapter {
    private static final String VALIDATION = "Microsoft.EventGrid.SubscriptionValidationEvent";
    private static final HealthEvents EVENTS = new HealthEvents("EventGrid", "eventType", "eventTime");

    @Override
    public boolean recognises(Place root) {
        return HealthEvents.of(root).stream().anyMatch(event -> event.has(EVENTS.type()));
    }

    @Override
    public Reading read(Place root) throws Malformed {
        List<Place> events = HealthEvents.of(root);
        for (Place event : events) {
            if (event.get(EVENTS.type()).says(VALIDATION)) {
                return handshake(event.get("data", "validationCode"));
            }
        }
        return EVENTS.read(events);
    }

    private static Reading handshake(Place code) throws Malformed {
        String text = code.text();
        if (text == null || text.isBlank()) {
            throw Malformed.missing(EVENTS.schema(), code, "send the validation code as a text");
        }
        return new Reading.Handshake(EVENTS.schema(), text);
    }
}
