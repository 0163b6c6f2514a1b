package dev.nightcap.simulator.scenario;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that runs {@code speed} times as fast as the machine's, from the moment it was made. */
public final class SpeedClock extends Clock {

    private final Instant origin = Instant.now();
    private final long originNanos = System.nanoTime();
    private final double speed;

    /**
     * Starts at the machine's time.
     *
     * @param speed above 0; 1 is the machine's own pace
     */
    public SpeedClock(double speed) {
        if (!(speed > 0) || Double.isInfinite(speed)) {
            throw new IllegalArgumentException("speed must be above 0, not " + speed);
        }
        this.speed = speed;
    }

    @Override
    public Instant instant() {
        return origin.plusNanos((long) ((System.nanoTime() - originNanos) * speed));
    }

    /** How long the machine's clock takes for that much of this one. */
    public Duration onMachine(Duration simulated) {
        return Duration.ofNanos((long) (simulated.toNanos() / speed));
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.fixed(instant(), zone);
    }
}
