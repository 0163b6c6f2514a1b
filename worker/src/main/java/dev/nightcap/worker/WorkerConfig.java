package dev.nightcap.worker;

import java.time.Duration;
import java.util.OptionalInt;

/**
 * How big a worker is. Growing beyond it is done by starting another one.
 *
 * @param metricsPort on 127.0.0.1 for {@code /metrics}, {@code /livez} and {@code /readyz}; 0 takes a free one; none
 *     serves nothing
 * @param calls to Azure at the same time
 * @param reads of files at the same time
 * @param grace that steps in progress get when the worker is closed
 */
public record WorkerConfig(OptionalInt metricsPort, int calls, int reads, Duration grace) {
    private static final int HIGHEST_PORT = 65_535;

    /** @throws IllegalArgumentException naming the bound that was broken */
    public WorkerConfig {
        int port = metricsPort.orElse(0);
        if (port < 0 || port > HIGHEST_PORT) {
            throw new IllegalArgumentException("the metrics port is 0 to 65535, not " + port);
        }
        if (calls < 1 || reads < 1 || grace.isNegative()) {
            throw new IllegalArgumentException("calls and reads are at least 1, and the grace is not negative");
        }
    }

    /** 50 calls, 2 reads, 20 s of grace, no metrics port. */
    public static WorkerConfig defaults() {
        return new WorkerConfig(OptionalInt.empty(), 50, 2, Duration.ofSeconds(20));
    }

    public WorkerConfig withMetricsPort(int port) {
        return new WorkerConfig(OptionalInt.of(port), calls, reads, grace);
    }

    public WorkerConfig withGrace(Duration value) {
        return new WorkerConfig(metricsPort, calls, reads, value);
    }
}
