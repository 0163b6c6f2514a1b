package dev.nightcap.receiver.http;

import dev.nightcap.receiver.http.AlertDocument.Capture;
import dev.nightcap.workflows.alert.AlertResponse.Order;
import dev.nightcap.workflows.alert.Decision;
import dev.nightcap.workflows.alert.TargetDecision;
import dev.nightcap.workflows.alert.TargetDecision.Action;
import dev.nightcap.workflows.capture.CaptureProgress;
import dev.nightcap.workflows.capture.Phase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Answers once every capture of an alert takes packets or has ended, or the time is over; holds no thread meanwhile. When too many wait, or the receiver is to stop, the time is over
 * at once. */
final class Waiting {
    private static final long LOOK_MILLIS = 250;
    private static final int MOST_WAITING = 128;

    private final Orders orders;
    private final AtomicInteger waiting = new AtomicInteger();

    Waiting(Orders orders) {
        this.orders = orders;
    }

    void answerOnceUnderWay(Exchange exchange, Order order, boolean duplicate, String sentence, Duration wait) {
        long until = System.nanoTime() + (waiting.incrementAndGet() > MOST_WAITING ? 0 : wait.toNanos());
        look(new Wait(exchange, order, duplicate, sentence, until));
    }

    private void look(Wait wait) {
        Standing standing = standing(wait);
        if (standing.underWay || System.nanoTime() - wait.until >= 0 || isStopping(wait.exchange)) {
            waiting.decrementAndGet();
            wait.exchange.answer(standing.ended ? 200 : 202, standing.document);
            return;
        }
        var components = wait.exchange.request().getComponents();
        components
                .getScheduler()
                .schedule(() -> components.getExecutor().execute(() -> look(wait)), LOOK_MILLIS, TimeUnit.MILLISECONDS);
    }

    private static boolean isStopping(Exchange exchange) {
        return exchange.request().getConnectionMetaData().getConnector().isShutdown();
    }

    /** The order was accepted, so whatever goes wrong from here on is no reason to answer with an error. */
    private Standing standing(Wait wait) {
        try {
            Optional<Decision> decision = orders.decision(wait.order.alert().id());
            if (decision.isPresent()) {
                return standing(wait, decision.get());
            }
        } catch (Unreachable | RuntimeException e) {
            return unknown(wait);
        }
        return unknown(wait);
    }

    private Standing standing(Wait wait, Decision decision) throws Unreachable {
        List<Capture> captures = new ArrayList<>();
        boolean underWay = AlertDocument.isComplete(decision);
        boolean ended = underWay;
        for (TargetDecision target : decision.targets()) {
            boolean runs = target.action() == Action.STARTED || target.action() == Action.JOINED;
            CaptureProgress progress = runs ? orders.capture(id(target)).orElse(null) : null;
            captures.add(Capture.of(target, progress));
            underWay &= !runs || isUnderWay(progress);
            ended &= !runs || (progress != null && progress.result() != null);
        }
        return new Standing(AlertDocument.of(decision, wait.duplicate, captures), underWay, ended);
    }

    private static Standing unknown(Wait wait) {
        return new Standing(AlertDocument.accepted(wait.order, wait.duplicate, wait.sentence), false, false);
    }

    /** Where a file is kept on the VM only, no storage path ever comes. */
    private static boolean isUnderWay(@Nullable CaptureProgress progress) {
        return progress != null
                && (progress.storagePath() != null
                        || progress.result() != null
                        || progress.phase().compareTo(Phase.CAPTURING) >= 0);
    }

    private static String id(TargetDecision target) {
        return target.runId() == null ? target.captureId() : target.captureId() + "@" + target.runId();
    }

    private record Wait(Exchange exchange, Order order, boolean duplicate, String sentence, long until) {}

    private record Standing(AlertDocument document, boolean underWay, boolean ended) {}
}
