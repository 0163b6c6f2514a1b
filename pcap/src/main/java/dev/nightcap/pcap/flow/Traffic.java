package dev.nightcap.pcap.flow;

import dev.nightcap.pcap.packet.Packet;

/** All that is followed across packets; ask for facts after {@link #close}. */
public final class Traffic {
    private final TcpTracker tcp = new TcpTracker();
    private final DnsLedger dns = new DnsLedger();
    private long udpPackets;
    private long endNanos = Long.MIN_VALUE;

    /** Takes one decoded packet; keeps no reference to it. */
    public void packet(Packet packet) {
        endNanos = Math.max(endNanos, packet.nanos);
        if (packet.kind == Packet.Kind.TCP) {
            tcp.packet(packet);
        } else if (packet.kind == Packet.Kind.UDP) {
            udpPackets++;
            if (packet.complete) {
                dns.packet(packet);
            }
        }
    }

    /** Nothing more will come: what is without an answer now stays so. */
    public void close() {
        tcp.close(endNanos);
        dns.close(endNanos);
    }

    public TcpFacts tcp() {
        return tcp.facts();
    }

    public UdpFacts udp() {
        return new UdpFacts(udpPackets);
    }

    public DnsFacts dns() {
        return dns.facts();
    }

    public TlsFacts tls() {
        return tcp.tlsFacts();
    }
}
