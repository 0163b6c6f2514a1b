package dev.nightcap.workflows.capture;

import java.time.Duration;

/**
 * When Azure ends a capture by itself, and how much of each packet it keeps.
 *
 * @param duration 1 s to 18000 s (5 h), whole seconds
 * @param totalBytes 1 to 4294967295; Azure's own default is 1 GiB
 * @param bytesPerPacket 0 to 4294967295; 0 keeps whole packets
 */
public record CaptureLimits(Duration duration, long totalBytes, long bytesPerPacket) {
    public static final Duration LONGEST = Duration.ofHours(5);
    public static final long DEFAULT_TOTAL_BYTES = 1L << 30;
    private static final long MOST_BYTES = 4_294_967_295L;

    /** @throws IllegalArgumentException naming the bound that was broken */
    public CaptureLimits {
        if (duration.compareTo(Duration.ofSeconds(1)) < 0 || duration.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("a duration of " + duration.toSeconds()
                    + " s is outside of 1 s to 18000 s (5 h), which is what a packet capture may take");
        }
        if (duration.toNanosPart() != 0) {
            throw new IllegalArgumentException("a duration is given in whole seconds");
        }
        if (totalBytes < 1 || totalBytes > MOST_BYTES) {
            throw new IllegalArgumentException("total bytes of " + totalBytes + " are outside of 1 to " + MOST_BYTES);
        }
        if (bytesPerPacket < 0 || bytesPerPacket > MOST_BYTES) {
            throw new IllegalArgumentException(
                    "bytes per packet of " + bytesPerPacket + " are outside of 0 (whole packets) to " + MOST_BYTES);
        }
    }

    /** Whole packets, up to 1 GiB. */
    public static CaptureLimits lasting(Duration duration) {
        return new CaptureLimits(duration, DEFAULT_TOTAL_BYTES, 0);
    }
}
