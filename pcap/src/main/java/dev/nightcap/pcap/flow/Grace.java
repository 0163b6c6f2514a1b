package dev.nightcap.pcap.flow;

/**
 * How long before the end of the capture something may be asked and rightly still be without an answer: ten times what 95 %
 * of the answers took, within bounds. Where nothing at all was answered there is no measure and so no grace.
 */
final class Grace {
    /** The initial retransmission timeout of RFC 6298. */
    private static final long MOST_NANOS = 1_000_000_000L;

    private static final long LEAST_NANOS = 10_000_000L;

    private Grace() {}

    /** The earliest time of a question that is pending rather than unanswered. */
    static long start(long endNanos, Latency answers) {
        if (answers.count() == 0) {
            return Long.MAX_VALUE;
        }
        long grace = answers.p95().toNanos() * 10;
        return endNanos - Math.max(LEAST_NANOS, Math.min(MOST_NANOS, grace));
    }
}
