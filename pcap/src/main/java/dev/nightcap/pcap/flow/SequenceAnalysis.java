package dev.nightcap.pcap.flow;

import dev.nightcap.pcap.packet.Packet;

/** Judges each segment by what its direction and the other have sent before, as Wireshark's tcp.analysis does. */
final class SequenceAnalysis {
    /** A segment that comes this soon after the highest one was reordered rather than sent again. */
    private static final long REORDERING_NANOS = 3_000_000;

    /** A segment that comes this soon after the second duplicate ACK for it is a fast retransmission. */
    private static final long FAST_NANOS = 20_000_000;

    private final Counter retransmissions = new Counter();
    private final Counter outOfOrder = new Counter();
    private final Counter duplicateAcks = new Counter();
    private final Counter lostSegments = new Counter();
    private final Counter zeroWindow = new Counter();

    /** Takes the segment that {@code side} sent; answers whether it brings data not seen before. */
    boolean segment(Flow flow, Side side, Side other, Packet packet) {
        boolean special = packet.has(Packet.SYN | Packet.FIN | Packet.RST);
        boolean counted = packet.payloadLength > 0 || packet.has(Packet.SYN | Packet.FIN);
        int end = packet.sequence + packet.payloadLength;
        int next = packet.has(Packet.SYN | Packet.FIN) ? end + 1 : end;
        boolean probe = side.seen
                && packet.payloadLength == 1
                && packet.sequence == side.nextSequence
                && other.seen
                && other.window == 0;
        if (packet.window == 0 && !special) {
            zeroWindow.add(packet.number, packet.nanos);
            flow.server.zeroWindow.add(packet.number, packet.nanos);
        }
        boolean gap = side.seen && packet.sequence - side.nextSequence > 0 && !packet.has(Packet.RST);
        if (gap) {
            lostSegments.add(packet.number, packet.nanos);
        }
        acknowledge(side, packet, special);
        boolean keepAlive =
                side.seen && !special && packet.payloadLength <= 1 && packet.sequence == side.nextSequence - 1;
        boolean fresh = !counted || keepAlive || !side.seen || isNew(flow, side, other, packet, end, next);
        remember(side, packet, next, gap, counted && !probe);
        return fresh;
    }

    private void acknowledge(Side side, Packet packet, boolean special) {
        if (side.acked && packet.acknowledgement != side.lastAck) {
            side.duplicateAcks = 0;
        } else if (side.seen
                && !special
                && packet.payloadLength == 0
                && packet.window != 0
                && packet.window == side.window
                && packet.sequence == side.nextSequence
                && side.acked) {
            side.duplicateAcks++;
            duplicateAcks.add(packet.number, packet.nanos);
        }
        side.lastAckNanos = packet.nanos;
    }

    private boolean isNew(Flow flow, Side side, Side other, Packet packet, int end, int next) {
        boolean behind = packet.sequence - side.nextSequence < 0
                && !(packet.payloadLength > 1 && packet.sequence == side.nextSequence - 1);
        boolean spurious = packet.payloadLength > 0 && other.acked && end - other.lastAck <= 0;
        if (!behind && !spurious) {
            return true;
        }
        boolean inHole = side.holes != null && side.holes.fill(packet.sequence, next);
        if (!spurious && isReordered(flow, side, other, packet, inHole)) {
            outOfOrder.add(packet.number, packet.nanos);
            return true;
        }
        retransmissions.add(packet.number, packet.nanos);
        flow.server.retransmissions.add(packet.number, packet.nanos);
        return inHole;
    }

    private static boolean isReordered(Flow flow, Side side, Side other, Packet packet, boolean inHole) {
        boolean fast = other.duplicateAcks >= 2
                && other.lastAck == packet.sequence
                && packet.nanos - other.lastAckNanos < FAST_NANOS;
        long threshold = flow.roundTripNanos > 0 ? flow.roundTripNanos : REORDERING_NANOS;
        return !fast && inHole && packet.nanos - side.nextSequenceNanos < threshold;
    }

    private static void remember(Side side, Packet packet, int next, boolean gap, boolean advances) {
        if (!side.seen) {
            side.firstSequence = packet.sequence;
            side.nextSequence = next;
            side.nextSequenceNanos = packet.nanos;
        } else if (advances || gap) {
            if (gap) {
                if (side.holes == null) {
                    side.holes = new Holes();
                }
                side.holes.open(side.nextSequence, packet.sequence);
            }
            if (next - side.nextSequence > 0) {
                side.nextSequence = next;
                side.nextSequenceNanos = packet.nanos;
            }
        }
        side.window = packet.window;
        if (packet.has(Packet.ACK)) {
            side.lastAck = packet.acknowledgement;
        }
    }

    Tally retransmissions() {
        return retransmissions.tally();
    }

    Tally outOfOrder() {
        return outOfOrder.tally();
    }

    Tally duplicateAcks() {
        return duplicateAcks.tally();
    }

    Tally lostSegments() {
        return lostSegments.tally();
    }

    Tally zeroWindow() {
        return zeroWindow.tally();
    }
}
