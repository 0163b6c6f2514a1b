package dev.nightcap.pcap.packet;

/**
 * IPv4 and IPv6 with extension headers, then the transport. Packets inside ICMP errors are not looked at, and of a
 * fragmented packet the first fragment alone: Wireshark would show the former and reassemble the latter.
 */
final class IpDecoder {
    /** Tunnels within tunnels; more is taken for an attack. */
    private static final int MAX_DEPTH = 4;

    /** The port that IANA gave to VXLAN. */
    private static final int VXLAN = 4789;

    private final TransportDecoder transport = new TransportDecoder();
    private final LinkDecoder link;

    IpDecoder(LinkDecoder link) {
        this.link = link;
    }

    void decode(byte[] bytes, int offset, int end, Packet packet, int depth) {
        if (end - offset < 20 || depth > MAX_DEPTH) {
            return;
        }
        int version = Bytes.u8(bytes, offset) >> 4;
        if (version == 4) {
            decode4(bytes, offset, end, packet, depth);
        } else if (version == 6 && end - offset >= 40) {
            decode6(bytes, offset, end, packet, depth);
        }
    }

    private void decode4(byte[] bytes, int offset, int end, Packet packet, int depth) {
        int header = (bytes[offset] & 15) * 4;
        int total = Bytes.u16(bytes, offset + 2);
        boolean firstFragment = (Bytes.u16(bytes, offset + 6) & 0x1fff) == 0;
        if (header < 20 || !firstFragment) {
            return;
        }
        // A total length of zero is what segmentation offload leaves: then the capture's length is all there is.
        int length = total == 0 ? end - offset : total;
        packet.sourceHigh = 0;
        packet.sourceLow = Addresses.mapped(Bytes.i32(bytes, offset + 12));
        packet.targetHigh = 0;
        packet.targetLow = Addresses.mapped(Bytes.i32(bytes, offset + 16));
        next(Bytes.u8(bytes, offset + 9), bytes, offset + header, offset + length, end, packet, depth);
    }

    private void decode6(byte[] bytes, int offset, int end, Packet packet, int depth) {
        int payload = Bytes.u16(bytes, offset + 4);
        int wireEnd = payload == 0 ? end : offset + 40 + payload;
        packet.sourceHigh = Bytes.i64(bytes, offset + 8);
        packet.sourceLow = Bytes.i64(bytes, offset + 16);
        packet.targetHigh = Bytes.i64(bytes, offset + 24);
        packet.targetLow = Bytes.i64(bytes, offset + 32);
        int protocol = Bytes.u8(bytes, offset + 6);
        int at = offset + 40;
        while (isExtension(protocol) && at + 8 <= Math.min(end, wireEnd)) {
            if (protocol == 44 && (Bytes.u16(bytes, at + 2) & 0xfff8) != 0) {
                return;
            }
            int size = protocol == 44
                    ? 8
                    : protocol == 51 ? (Bytes.u8(bytes, at + 1) + 2) * 4 : (Bytes.u8(bytes, at + 1) + 1) * 8;
            protocol = Bytes.u8(bytes, at);
            at += size;
        }
        next(protocol, bytes, at, wireEnd, end, packet, depth);
    }

    private static boolean isExtension(int protocol) {
        return switch (protocol) {
            case 0, 43, 44, 51, 60, 135, 139, 140 -> true;
            default -> false;
        };
    }

    private void next(int protocol, byte[] bytes, int at, int wireEnd, int end, Packet packet, int depth) {
        switch (protocol) {
            case 4, 41 -> decode(bytes, at, Math.min(end, wireEnd), packet, depth + 1);
            case 6 -> transport.tcp(bytes, at, wireEnd, end, packet);
            case 17 -> {
                transport.udp(bytes, at, wireEnd, end, packet);
                if (packet.complete && packet.targetPort == VXLAN) {
                    vxlan(bytes, packet, depth);
                }
            }
            case 47 -> gre(bytes, at, Math.min(end, wireEnd), packet, depth);
            default -> {}
        }
    }

    private void gre(byte[] bytes, int at, int end, Packet packet, int depth) {
        if (at + 4 > end) {
            return;
        }
        int flags = Bytes.u16(bytes, at);
        int header =
                4 + ((flags & 0x8000) != 0 ? 4 : 0) + ((flags & 0x2000) != 0 ? 4 : 0) + ((flags & 0x1000) != 0 ? 4 : 0);
        int type = Bytes.u16(bytes, at + 2);
        if ((flags & 7) == 0 && (type == 0x0800 || type == 0x86dd)) {
            decode(bytes, at + header, end, packet, depth + 1);
        }
    }

    /** The packet inside takes the place of the one that carries it; Wireshark would count both. */
    private void vxlan(byte[] bytes, Packet packet, int depth) {
        int at = packet.payload;
        int end = at + packet.payloadCaptured;
        if (packet.payloadCaptured >= 8 + 14 && (bytes[at] & 8) != 0) {
            packet.kind = Packet.Kind.OTHER;
            packet.complete = false;
            link.ethernet(bytes, at + 8 + 12, end, packet, depth + 1);
        }
    }
}
