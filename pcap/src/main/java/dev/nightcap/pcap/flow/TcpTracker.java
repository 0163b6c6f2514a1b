package dev.nightcap.pcap.flow;

import dev.nightcap.pcap.packet.Packet;

/** Follows connections from SYN to their end and counts what goes wrong on the way. */
final class TcpTracker {
    private final FlowTable table = new FlowTable(FlowTable.MOST, this::retire);
    private final ServerTable servers = new ServerTable();
    private final ResetLedger resets = new ResetLedger();
    private final SequenceAnalysis analysis = new SequenceAnalysis();
    private final TlsObserver tls = new TlsObserver();
    private final Histogram handshake = new Histogram();
    private final Counter unanswered = new Counter();
    private final Counter refused = new Counter();
    private final Counter rst = new Counter();
    private long packets;
    private long connections;
    private long syn;
    private long synAck;
    private long attempts;
    private long oneSided;
    private long pending;
    private long graceStart = Long.MAX_VALUE;

    void packet(Packet packet) {
        packets++;
        if (!packet.complete) {
            return;
        }
        Flow flow = flowOf(packet);
        boolean fromA = flow.isFromA(packet);
        boolean fromClient = fromA == flow.toB;
        Side side = fromA ? flow.a : flow.b;
        flow.packets++;
        flow.server.packets++;
        if (packet.has(Packet.SYN)) {
            syn(flow, fromClient, packet);
        }
        if (packet.has(Packet.RST)) {
            rst(flow, fromClient, packet);
        }
        boolean fresh = analysis.segment(flow, side, fromA ? flow.b : flow.a, packet);
        completeHandshake(flow, fromClient, packet);
        side.seen = true;
        side.syn |= packet.has(Packet.SYN);
        side.fin |= packet.has(Packet.FIN);
        side.acked |= packet.has(Packet.ACK) && !packet.has(Packet.RST);
        flow.lastNanos = packet.nanos;
        if (fresh && packet.payloadCaptured > 0) {
            tls.data(flow, fromClient, packet);
        }
    }

    private Flow flowOf(Packet packet) {
        int hash = table.hash(packet);
        Flow flow = table.find(packet, hash);
        if (flow == null) {
            Flow added = open(packet, hash);
            table.add(added);
            return added;
        }
        if (packet.has(Packet.SYN) && !packet.has(Packet.ACK)) {
            Side side = flow.isFromA(packet) ? flow.a : flow.b;
            if (side.seen && side.firstSequence != packet.sequence) {
                Flow reused = open(packet, hash);
                table.replace(flow, reused);
                return reused;
            }
        }
        return flow;
    }

    private Flow open(Packet packet, int hash) {
        boolean syn = packet.has(Packet.SYN);
        boolean toB = syn ? !packet.has(Packet.ACK) : packet.targetPort <= packet.sourcePort;
        Server server = toB
                ? servers.of(packet.targetHigh, packet.targetLow, packet.targetPort)
                : servers.of(packet.sourceHigh, packet.sourceLow, packet.sourcePort);
        server.connections++;
        connections++;
        return new Flow(packet, hash, toB, server);
    }

    private void syn(Flow flow, boolean fromClient, Packet packet) {
        if (packet.has(Packet.ACK)) {
            synAck++;
            return;
        }
        syn++;
        flow.lastSynNanos = packet.nanos;
        if (fromClient && !flow.client().syn) {
            flow.synPacket = packet.number;
            flow.synNanos = packet.nanos;
            flow.server.attempts++;
            attempts++;
        }
    }

    private void rst(Flow flow, boolean fromClient, Packet packet) {
        rst.add(packet.number, packet.nanos);
        if (flow.isClosed()) {
            return;
        }
        if (!fromClient && flow.client().syn && !flow.serverSide().seen && !flow.client().acked) {
            flow.refused = true;
            refused.add(packet.number, packet.nanos);
            flow.server.refused.add(packet.number, packet.nanos);
        } else {
            flow.reset = true;
            resets.add(
                    packet.sourceHigh,
                    packet.sourceLow,
                    packet.number,
                    packet.nanos,
                    flow.packets == 1 ? 0 : packet.nanos - flow.lastNanos);
        }
    }

    private void completeHandshake(Flow flow, boolean fromClient, Packet packet) {
        if (fromClient
                && flow.roundTripNanos < 0
                && flow.client().syn
                && flow.serverSide().syn
                && packet.has(Packet.ACK)
                && !packet.has(Packet.SYN)
                && !packet.has(Packet.RST)
                && packet.sequence == flow.client().firstSequence + 1
                && packet.acknowledgement == flow.serverSide().firstSequence + 1) {
            flow.roundTripNanos = Math.max(0, packet.nanos - flow.lastSynNanos);
            handshake.add(flow.roundTripNanos);
        }
    }

    private void retire(Flow flow) {
        if (flow.isUnanswered() && flow.synNanos > graceStart) {
            pending++;
        } else if (flow.isUnanswered()) {
            unanswered.add(flow.synPacket, flow.synNanos);
            flow.server.unanswered.add(flow.synPacket, flow.synNanos);
        }
        if (flow.packets >= 3 && flow.a.seen != flow.b.seen && !flow.isUnanswered()) {
            oneSided++;
        }
        tls.retire(flow, graceStart);
    }

    /** Ends all connections; nothing can be added afterwards. */
    void close(long endNanos) {
        graceStart = Grace.start(endNanos, handshake.latency());
        table.close();
    }

    TlsFacts tlsFacts() {
        return tls.facts();
    }

    TcpFacts facts() {
        return new TcpFacts(
                packets,
                connections,
                syn,
                synAck,
                attempts,
                unanswered.tally(),
                pending,
                refused.tally(),
                rst.tally(),
                resets.facts(),
                analysis.retransmissions(),
                analysis.outOfOrder(),
                analysis.duplicateAcks(),
                analysis.lostSegments(),
                analysis.zeroWindow(),
                handshake.latency(),
                oneSided,
                servers.facts(),
                table.retiredOpen() + servers.overflow());
    }
}
