package dev.nightcap.receiver.http;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Components;
import org.eclipse.jetty.util.Promise;
import org.eclipse.jetty.util.thread.Invocable;
import org.eclipse.jetty.util.thread.Scheduler;

/**
 * Takes a request's body without holding a thread, within a time for the whole: a sender that drips bytes is cut off,
 * which an idle timeout alone would not do.
 */
final class Body {
    private final int most;
    private final Duration within;

    Body(long most, Duration within) {
        this.most = Math.toIntExact(most);
        this.within = within;
    }

    /** Hands the body on, on a thread that may block; or answers what was wrong with it. */
    void take(Exchange exchange, Consumer<byte[]> then) {
        Components components = exchange.request().getComponents();
        AtomicBoolean settled = new AtomicBoolean();
        Consumer<Runnable> once = outcome -> {
            if (settled.compareAndSet(false, true)) {
                components.getExecutor().execute(outcome);
            }
        };
        Scheduler.Task deadline = components
                .getScheduler()
                .schedule(
                        () -> once.accept(() -> refuse(exchange, new TimeoutException())),
                        within.toMillis(),
                        TimeUnit.MILLISECONDS);
        Content.Source.asByteArrayAsync(
                exchange.request(),
                most,
                Promise.Invocable.from(
                        Invocable.InvocationType.NON_BLOCKING,
                        bytes -> {
                            deadline.cancel();
                            once.accept(() -> then.accept(bytes));
                        },
                        failure -> {
                            deadline.cancel();
                            once.accept(() -> refuse(exchange, failure));
                        }));
    }

    private static void refuse(Exchange exchange, Throwable failure) {
        Throwable cause = failure.getCause() == null ? failure : failure.getCause();
        exchange.with(HttpHeader.CONNECTION, "close");
        if (cause instanceof TimeoutException) {
            exchange.answer(Problem.tooSlow());
        } else if (cause instanceof IllegalStateException
                || (cause instanceof HttpException http && http.getCode() == HttpStatus.PAYLOAD_TOO_LARGE_413)) {
            exchange.answer(Problem.tooLarge());
        } else {
            exchange.answer(Problem.of(
                    HttpStatus.BAD_REQUEST_400,
                    "body-cut-short",
                    "the body ended before its time, or is framed wrongly",
                    "send the whole body"));
        }
    }
}
