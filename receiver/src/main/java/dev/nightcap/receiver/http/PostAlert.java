package dev.nightcap.receiver.http;

import dev.nightcap.receiver.policy.AlertPolicy;
import dev.nightcap.receiver.policy.Plan;
import dev.nightcap.workflows.alert.Alert;
import dev.nightcap.workflows.alert.AlertResponse.Order;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.jetty.http.HttpHeader;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code POST /alerts}: answered as soon as Temporal has the order, or with {@code ?wait=20s} once it is under way. */
final class PostAlert {
    private static final Logger LOG = LoggerFactory.getLogger(PostAlert.class);
    private static final int LONGEST_KEY = 255;
    private static final String RETRY_AFTER_SECONDS = "10";

    private final AlertPolicy policy;
    private final Orders orders;
    private final Body body;
    private final Waiting waiting;

    PostAlert(AlertPolicy policy, Orders orders, Body body) {
        this.policy = policy;
        this.orders = orders;
        this.body = body;
        this.waiting = new Waiting(orders);
    }

    void handle(Exchange exchange) {
        if (!JsonMediaType.isJson(exchange.headers().get(HttpHeader.CONTENT_TYPE))) {
            exchange.answer(Problem.mediaType());
            return;
        }
        String key = exchange.headers().get("Idempotency-Key");
        if (key != null && (key.isBlank() || key.length() > LONGEST_KEY)) {
            exchange.answer(Problem.of(
                    400,
                    "invalid-idempotency-key",
                    "the idempotency key is empty or too long",
                    "send 1 to " + LONGEST_KEY + " characters"));
            return;
        }
        Duration wait;
        try {
            wait = WaitTime.parse(exchange.firstQuery("wait"));
        } catch (IllegalArgumentException e) {
            exchange.answer(Problem.of(400, "invalid-wait", String.valueOf(e.getMessage()), "send ?wait=20s"));
            return;
        }
        body.take(exchange, bytes -> respond(exchange, bytes, wait));
    }

    private void respond(Exchange exchange, byte[] bytes, Duration wait) {
        try {
            Plan plan = policy.plan(bytes, deliveryKey(exchange));
            if (plan instanceof Plan.Start start && start.hindrance() == null) {
                accept(exchange, start, wait);
            } else if (plan instanceof Plan.Start start && start.hindrance() != null) {
                reject(exchange, start.hindrance());
            } else if (plan instanceof Plan.Reject reject) {
                reject(exchange, reject);
            } else if (plan instanceof Plan.Handshake handshake) {
                exchange.answer(200, Map.of("validationResponse", handshake.validationResponse()));
            } else if (plan instanceof Plan.Ignore ignore) {
                exchange.answer(200, AlertDocument.ignored(ignore));
            }
        } catch (Unreachable e) {
            LOG.warn("an alert was turned away, because Temporal cannot be reached: {}", String.valueOf(e.getCause()));
            exchange.with(HttpHeader.RETRY_AFTER, RETRY_AFTER_SECONDS).answer(Problem.unreachable());
        } catch (RuntimeException e) {
            LOG.error("an alert could not be answered", e);
            exchange.answer(Problem.internal());
        }
    }

    /** Azure shows nobody our answers, so that a rejected alert is to be found in the log. */
    private static void reject(Exchange exchange, Plan.Reject reject) {
        LOG.warn(
                "an alert of schema {} was rejected: {} at {}: {}",
                reject.schema(),
                reject.reason(),
                reject.pointer(),
                reject.sentence());
        exchange.answer(Problem.of(reject));
    }

    private void accept(Exchange exchange, Plan.Start start, Duration wait) throws Unreachable {
        Alert alert = start.alert();
        Order order = new Order(alert, start.captures());
        exchange.concerns(alert.id());
        boolean duplicate = orders.accept(order);
        exchange.with(HttpHeader.LOCATION, "/alerts/" + alert.id());
        if (!wait.isZero()) {
            waiting.answerOnceUnderWay(exchange, order, duplicate, start.sentence(), wait);
        } else if (duplicate) {
            exchange.answer(200, firstRecord(order, start.sentence()));
        } else {
            exchange.answer(202, AlertDocument.accepted(order, false, start.sentence()));
        }
    }

    private AlertDocument firstRecord(Order order, String sentence) {
        Optional<AlertDocument> first = Optional.empty();
        try {
            first = orders.decision(order.alert().id()).map(decision -> AlertDocument.of(decision, true));
        } catch (Unreachable e) {
            LOG.info("the first record of a duplicate could not be read: {}", String.valueOf(e.getCause()));
        }
        return first.orElseGet(() -> AlertDocument.accepted(order, true, sentence));
    }

    /** What the sender says, or a random one: then each delivery is its own. */
    private static String deliveryKey(Exchange exchange) {
        String sent = exchange.headers().get("Idempotency-Key");
        return sent == null ? UUID.randomUUID().toString() : "sent|" + sent.strip();
    }
}
