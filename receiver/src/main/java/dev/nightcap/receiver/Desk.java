package dev.nightcap.receiver;

import dev.nightcap.workflows.alert.AlertResponse;
import dev.nightcap.workflows.alert.Decision;
import dev.nightcap.workflows.capture.CaptureProgress;
import java.util.Optional;

/** Where the receiver hands its orders in and asks after them; implemented with a Temporal client. */
public interface Desk {
    /** Returns only when Temporal has the workflow, of this delivery or of an earlier one of the same alert. */
    Receipt accept(AlertResponse.Order order) throws DeskClosed;

    /** The decision about an alert as far as it is made; empty where nobody knows the alert. */
    Optional<Decision> decision(String alertId) throws DeskClosed;

    /** @param captureId {@code web-01-3fa9c01b} for the newest run, {@code web-01-3fa9c01b@RUN} for that one */
    Optional<CaptureProgress> capture(String captureId) throws DeskClosed;

    /** Whether an order would be accepted now. */
    boolean ready();
}
