package dev.nightcap.pcap.flow;

import org.jspecify.annotations.Nullable;

/** What one end of a connection has sent so far. */
final class Side {
    boolean seen;
    boolean syn;
    boolean fin;
    int firstSequence;
    int nextSequence;
    long nextSequenceNanos;
    int lastAck;
    long lastAckNanos;
    boolean acked;
    int window;
    int duplicateAcks;

    @Nullable
    Holes holes;
}
