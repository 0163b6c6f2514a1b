package dev.nightcap.receiver;

import dev.nightcap.workflows.alert.AlertResponse.Order;
import dev.nightcap.workflows.alert.Decision;
import dev.nightcap.workflows.capture.CaptureProgress;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;

/** A desk that keeps what it is given, as Temporal would, and can be closed or held up. */
final class ScriptedDesk implements Desk {
    final CopyOnWriteArrayList<Order> accepted = new CopyOnWriteArrayList<>();
    final Map<String, Supplier<Decision>> decisions = new ConcurrentHashMap<>();
    final Map<String, Supplier<CaptureProgress>> captures = new ConcurrentHashMap<>();
    final CountDownLatch reached = new CountDownLatch(1);
    volatile boolean closed;
    volatile boolean broken;
    volatile CountDownLatch held = new CountDownLatch(0);

    @Override
    public Receipt accept(Order order) throws DeskClosed {
        reached.countDown();
        try {
            held.await();
        } catch (InterruptedException e) {
            throw new DeskClosed("interrupted", e);
        }
        refuseIfClosed();
        String id = order.alert().id();
        boolean duplicate =
                accepted.stream().anyMatch(first -> first.alert().id().equals(id));
        if (!duplicate) {
            accepted.add(order);
        }
        return new Receipt(id, duplicate);
    }

    @Override
    public Optional<Decision> decision(String alertId) throws DeskClosed {
        refuseIfClosed();
        return Optional.ofNullable(decisions.get(alertId)).map(Supplier::get);
    }

    @Override
    public Optional<CaptureProgress> capture(String captureId) throws DeskClosed {
        refuseIfClosed();
        return Optional.ofNullable(captures.get(captureId)).map(Supplier::get);
    }

    @Override
    public boolean ready() {
        return !closed;
    }

    private void refuseIfClosed() throws DeskClosed {
        if (broken) {
            throw new IllegalStateException("broken as scripted");
        }
        if (closed) {
            throw new DeskClosed("closed as scripted", new IllegalStateException("no server"));
        }
    }
}
