package dev.nightcap.receiver;

import dev.nightcap.receiver.http.Orders;
import dev.nightcap.receiver.http.Unreachable;
import dev.nightcap.workflows.alert.AlertResponse;
import dev.nightcap.workflows.alert.Decision;
import dev.nightcap.workflows.capture.CaptureProgress;
import java.util.Optional;

/** The desk as the handlers see it; keeps {@code http} from knowing this package. */
record DeskOrders(Desk desk) implements Orders {
    @Override
    public boolean accept(AlertResponse.Order order) throws Unreachable {
        try {
            return desk.accept(order).duplicate();
        } catch (DeskClosed e) {
            throw new Unreachable(e);
        }
    }

    @Override
    public Optional<Decision> decision(String alertId) throws Unreachable {
        try {
            return desk.decision(alertId);
        } catch (DeskClosed e) {
            throw new Unreachable(e);
        }
    }

    @Override
    public Optional<CaptureProgress> capture(String captureId) throws Unreachable {
        try {
            return desk.capture(captureId);
        } catch (DeskClosed e) {
            throw new Unreachable(e);
        }
    }

    @Override
    public boolean ready() {
        return desk.ready();
    }
}
