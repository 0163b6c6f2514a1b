package dev.nightcap.receiver.alerts;

import java.util.ArrayList;
import java.util.List;

/**
 * Events, of which only the one that tells of a virtual machine's health counts. Event Grid may send several at once:
 * they are answered together.
 *
 * @param type name of the member that tells an event's type
 * @param time name of the member that tells when it happened
 */
record HealthEvents(String schema, String type, String time) {
    private static final String HEALTH = "Microsoft.ResourceNotifications.HealthResources.AvailabilityStatusChanged";

    static List<Place> of(Place root) {
        return root.node().isArray() ? root.items() : List.of(root);
    }

    Reading read(List<Place> events) throws Malformed {
        List<Place> health = new ArrayList<>();
        for (Place event : events) {
            Place kind = event.get(type);
            if (kind.isAbsent()) {
                throw Malformed.missing(schema, kind, "every event tells its type");
            }
            if (kind.says(HEALTH)) {
                health.add(event);
            }
        }
        if (health.isEmpty()) {
            return new Reading.Idle(
                    schema, Words.UNSUPPORTED_EVENT_TYPE, "of all events, only a virtual machine's health counts");
        }
        List<Place> unavailable = new ArrayList<>();
        for (Place event : health) {
            if (isUnavailable(event)) {
                unavailable.add(event);
            }
        }
        return unavailable.isEmpty()
                ? new Reading.Idle(
                        schema, Words.RECOVERED, "the resource is available again, so there is nothing to capture")
                : news(unavailable);
    }

    private boolean isUnavailable(Place event) throws Malformed {
        Place state = properties(event).get("availabilityState");
        if (state.isAbsent()) {
            throw Malformed.missing(schema, state, "send the availability state, as Event Grid does");
        }
        if (!state.says("Unavailable") && !state.says("Available")) {
            throw Malformed.invalid(
                    schema, state, "the availability state is not one that is known", "Available or Unavailable");
        }
        return state.says("Unavailable");
    }

    private Reading news(List<Place> unavailable) {
        Place first = unavailable.get(0);
        NewsBuilder news = new NewsBuilder(schema)
                .azureId(first.get("id"))
                .key(
                        first.get("id"),
                        unavailable.stream()
                                .skip(1)
                                .map(event -> event.get("id"))
                                .toArray(Place[]::new))
                .firedAt(first.get(time))
                .description("the resource became unavailable");
        unavailable.forEach(event -> news.target(properties(event).get("targetResourceId")));
        return news.build();
    }

    private static Place properties(Place event) {
        return event.get("data", "resourceInfo", "properties");
    }
}
