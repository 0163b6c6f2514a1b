package dev.nightcap.starter.parts;

import dev.nightcap.receiver.Desk;
import dev.nightcap.receiver.DeskClosed;
import dev.nightcap.receiver.Receipt;
import dev.nightcap.starter.captures.Alerts;
import dev.nightcap.starter.captures.CaptureRef;
import dev.nightcap.starter.captures.Captures;
import dev.nightcap.starter.captures.Temporal;
import dev.nightcap.worker.SearchAttributes;
import dev.nightcap.workflows.alert.AlertResponse;
import dev.nightcap.workflows.alert.Decision;
import dev.nightcap.workflows.capture.CaptureProgress;
import io.grpc.StatusRuntimeException;
import io.temporal.client.WorkflowServiceException;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Supplier;

/** Where the receiver's orders become workflows. */
public final class TemporalDesk implements Desk {
    private final Temporal temporal;
    private final Alerts alerts;
    private final Captures captures;

    public TemporalDesk(Temporal temporal, Clock clock) {
        this.temporal = temporal;
        this.alerts = new Alerts(temporal, SearchAttributes::ensure);
        this.captures = new Captures(temporal, SearchAttributes::ensure, clock);
    }

    @Override
    public Receipt accept(AlertResponse.Order order) throws DeskClosed {
        return reached(() -> new Receipt(order.alert().id(), alerts.accept(order)));
    }

    @Override
    public Optional<Decision> decision(String alertId) throws DeskClosed {
        return reached(() -> alerts.decision(alertId));
    }

    @Override
    public Optional<CaptureProgress> capture(String captureId) throws DeskClosed {
        return reached(() -> captures.progress(CaptureRef.parse(captureId)));
    }

    @Override
    public boolean ready() {
        try {
            return temporal.stubs().healthCheck().getStatus().name().equals("SERVING");
        } catch (StatusRuntimeException e) {
            return false;
        }
    }

    private static <T> T reached(Supplier<T> call) throws DeskClosed {
        try {
            return call.get();
        } catch (WorkflowServiceException | StatusRuntimeException e) {
            throw new DeskClosed("Temporal did not answer", e);
        }
    }
}
