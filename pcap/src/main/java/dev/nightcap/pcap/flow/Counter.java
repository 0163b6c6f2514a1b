package dev.nightcap.pcap.flow;

import java.time.Instant;

/** A tally that grows; occurrences may come in any order. */
final class Counter {
    private long count;
    private long firstPacket = Long.MAX_VALUE;
    private long firstNanos;

    void add(long packet, long nanos) {
        count++;
        if (packet < firstPacket) {
            firstPacket = packet;
            firstNanos = nanos;
        }
    }

    long count() {
        return count;
    }

    Tally tally() {
        return count == 0 ? Tally.NONE : new Tally(count, new Sighting(firstPacket, instant(firstNanos)));
    }

    static Instant instant(long nanos) {
        return Instant.ofEpochSecond(Math.floorDiv(nanos, 1_000_000_000L), Math.floorMod(nanos, 1_000_000_000L));
    }
}
