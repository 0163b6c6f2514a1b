package dev.nightcap.receiver.alerts;

import java.util.List;
import java.util.Locale;

/** Whether an alert fired or is over, in the words of every schema. */
final class State {
    private static final List<String> FIRED = List.of("fired", "activated");
    private static final List<String> OVER = List.of("resolved", "deactivated");

    private State() {}

    /** @return whether it fired; false when it is over */
    static boolean fired(String schema, Place place) throws Malformed {
        if (place.isAbsent()) {
            throw Malformed.missing(
                    schema, place, "send the state of the alert, such as \"Fired\" or \"Activated\", as Azure does");
        }
        String text = place.text();
        String state = text == null ? "" : text.strip().toLowerCase(Locale.ROOT);
        if (FIRED.contains(state)) {
            return true;
        }
        if (OVER.contains(state)) {
            return false;
        }
        throw Malformed.invalid(
                schema,
                place,
                "the state of the alert is not one that is known",
                "a state is Fired, Resolved, Activated or Deactivated");
    }

    static Reading.Idle over(String schema) {
        return new Reading.Idle(schema, Words.NOT_FIRED, "the alert is over, so there is nothing to capture");
    }
}
