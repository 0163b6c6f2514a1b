package dev.nightcap.receiver.http;

import dev.nightcap.workflows.alert.AlertResponse;
import dev.nightcap.workflows.alert.Decision;
import dev.nightcap.workflows.capture.CaptureProgress;
import java.util.Optional;

/** What the handlers ask of whoever keeps the orders. */
public interface Orders {
    /** @return whether the same alert had been accepted before */
    boolean accept(AlertResponse.Order order) throws Unreachable;

    Optional<Decision> decision(String alertId) throws Unreachable;

    Optional<CaptureProgress> capture(String captureId) throws Unreachable;

    boolean ready();
}
