package dev.nightcap.pcap.flow;

import dev.nightcap.pcap.packet.Packet;
import org.jspecify.annotations.Nullable;

/** One connection: {@code a} is whoever was seen first. */
final class Flow {
    final long aHigh;
    final long aLow;
    final long bHigh;
    final long bLow;
    final int ports;
    final int hash;
    final Server server;

    /** Whether {@code b} is the server. */
    final boolean toB;

    final Side a = new Side();
    final Side b = new Side();

    @Nullable
    Flow next;

    /** Its place in the table. */
    int slot;

    boolean refused;
    boolean reset;
    long synPacket;
    long synNanos;
    long lastSynNanos;
    long roundTripNanos = -1;
    long lastNanos;
    long packets;
    boolean helloSent;
    boolean helloAnswered;
    long helloPacket;
    long helloNanos;

    Flow(Packet first, int hash, boolean toB, Server server) {
        this.aHigh = first.sourceHigh;
        this.aLow = first.sourceLow;
        this.bHigh = first.targetHigh;
        this.bLow = first.targetLow;
        this.ports = first.sourcePort << 16 | first.targetPort;
        this.hash = hash;
        this.toB = toB;
        this.server = server;
        this.lastNanos = first.nanos;
    }

    boolean isFromA(Packet packet) {
        return ports == (packet.sourcePort << 16 | packet.targetPort)
                && aLow == packet.sourceLow
                && bLow == packet.targetLow
                && aHigh == packet.sourceHigh
                && bHigh == packet.targetHigh;
    }

    boolean isFromB(Packet packet) {
        return ports == (packet.targetPort << 16 | packet.sourcePort)
                && aLow == packet.targetLow
                && bLow == packet.sourceLow
                && aHigh == packet.targetHigh
                && bHigh == packet.sourceHigh;
    }

    Side client() {
        return toB ? a : b;
    }

    Side serverSide() {
        return toB ? b : a;
    }

    /**
     * Whether the SYN stayed without an answer. A client that acknowledges got one, though the capture may not show it, as
     * where only one direction was captured.
     */
    boolean isUnanswered() {
        return client().syn && !serverSide().seen && !client().acked;
    }

    /** Whether less is lost by forgetting this one. */
    boolean idlesBefore(Flow other) {
        return isClosed() == other.isClosed() ? lastNanos < other.lastNanos : isClosed();
    }

    boolean isClosed() {
        return reset || refused || (a.fin && b.fin);
    }
}
