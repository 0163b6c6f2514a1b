package dev.nightcap.pcap.flow;

import java.time.Duration;

/**
 * Counts durations in buckets of equal relative width: 32 for each power of two, so that a percentile is off by less than
 * 2 %. The size is fixed, whatever is counted.
 */
final class Histogram {
    private static final int STEPS = 32;

    private final int[] buckets = new int[60 * STEPS];
    private long count;
    private long max;

    void add(long nanos) {
        long value = Math.max(0, nanos);
        buckets[bucket(value)]++;
        count++;
        max = Math.max(max, value);
    }

    Latency latency() {
        return new Latency(
                count, percentile(0.10), percentile(0.50), percentile(0.90), percentile(0.95), Duration.ofNanos(max));
    }

    /** The least bucket that holds the nearest rank, told by its middle and never above the greatest value seen. */
    private Duration percentile(double share) {
        long rank = Math.max(1, (long) Math.ceil(share * count));
        long seen = 0;
        for (int i = 0; i < buckets.length && count > 0; i++) {
            seen += buckets[i];
            if (seen >= rank) {
                return Duration.ofNanos(Math.min(max, (floor(i) + floor(i + 1)) / 2));
            }
        }
        return Duration.ZERO;
    }

    private static int bucket(long value) {
        if (value < STEPS) {
            return (int) value;
        }
        int exponent = 63 - Long.numberOfLeadingZeros(value);
        return (exponent - 4) * STEPS + (int) (value >>> (exponent - 5)) - STEPS;
    }

    private static long floor(int bucket) {
        int row = bucket / STEPS;
        return row == 0 ? bucket : (long) (STEPS + bucket % STEPS) << (row - 1);
    }
}
