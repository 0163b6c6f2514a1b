package dev.nightcap.starter.captures;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Starts in a namespace that lacks our search attributes, or got them so lately that not every part of it knows. */
final class FreshNamespace {
    private static final int ATTEMPTS = 30;
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final Temporal temporal;
    private final Columns columns;

    FreshNamespace(Temporal temporal, Columns columns) {
        this.temporal = temporal;
        this.columns = columns;
    }

    /** Up to 30 s. */
    <T> T retrying(Supplier<T> start) {
        for (int attempt = 1; ; attempt++) {
            try {
                return start.get();
            } catch (RuntimeException e) {
                if (attempt >= ATTEMPTS || !lacksColumns(e)) {
                    throw e;
                }
                if (attempt == 1) {
                    columns.ensure(temporal.stubs(), temporal.namespace());
                }
                Patience.pause(PAUSE);
            }
        }
    }

    private static boolean lacksColumns(@Nullable Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof StatusRuntimeException grpc
                    && grpc.getStatus().getCode() == Status.Code.INVALID_ARGUMENT) {
                String said = grpc.getStatus().getDescription();
                return said != null && said.toLowerCase(Locale.ROOT).contains("search attribute");
            }
        }
        return false;
    }
}
