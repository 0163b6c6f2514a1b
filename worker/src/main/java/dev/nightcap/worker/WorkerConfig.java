package dev.nightcap.worker;

import java.time.Duration;
import java.util.OptionalInt;

/**
 * How a worker runs.
 *
 * @param monitoringPort on 127.0.0.1, for health and metrics; 0 is any free one; empty is none
 * @param grace how long steps that are under way may still take when the worker is closed
 */
public record WorkerConfig(OptionalInt monitoringPort, Duration grace) {
    public static final WorkerConfig DEFAULT = new WorkerConfig(OptionalInt.empty(), Duration.ofSeconds(20));

    public WorkerConfig {
        if (monitoringPort.isPresent() && (monitoringPort.getAsInt() < 0 || monitoringPort.getAsInt() > 65_535)) {
            throw new IllegalArgumentException("the monitoring port is a number from 0 to 65535");
        }
        if (grace.isNegative()) {
            throw new IllegalArgumentException("the grace of a worker is not negative");
        }
    }
}
