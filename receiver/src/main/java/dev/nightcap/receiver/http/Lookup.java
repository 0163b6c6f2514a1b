package dev.nightcap.receiver.http;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.nightcap.workflows.capture.CaptureProgress;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpHeader;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code GET /alerts/ID} and {@code GET /captures/ID}. */
final class Lookup {
    private static final Logger LOG = LoggerFactory.getLogger(Lookup.class);
    private static final Pattern ALERT = Pattern.compile("[0-9a-f]{16}");
    private static final Pattern CAPTURE = Pattern.compile("[a-z0-9.-]{1,80}(@[A-Za-z0-9-]{1,64})?");

    private final Orders orders;

    Lookup(Orders orders) {
        this.orders = orders;
    }

    void alert(Exchange exchange, String id) {
        if (ALERT.matcher(id).matches()) {
            exchange.concerns(id);
        }
        look(
                exchange,
                () -> ALERT.matcher(id).matches()
                        ? orders.decision(id).map(decision -> AlertDocument.of(decision, null))
                        : Optional.empty());
    }

    void capture(Exchange exchange, String id) {
        look(
                exchange,
                () -> CAPTURE.matcher(id).matches()
                        ? orders.capture(id).map(progress -> new CaptureView(1, id, progress))
                        : Optional.empty());
    }

    private static void look(Exchange exchange, Question<?> question) {
        try {
            Optional<?> found = question.ask();
            if (found.isPresent()) {
                exchange.answer(200, found.get());
            } else {
                exchange.answer(Problem.notFound());
            }
        } catch (Unreachable e) {
            exchange.with(HttpHeader.RETRY_AFTER, "10").answer(Problem.unreachable());
        } catch (RuntimeException e) {
            LOG.error("a question could not be answered", e);
            exchange.answer(Problem.internal());
        }
    }

    private interface Question<T> {
        Optional<T> ask() throws Unreachable;
    }

    private record CaptureView(
            int schemaVersion, String id, @JsonUnwrapped CaptureProgress progress) {}
}
