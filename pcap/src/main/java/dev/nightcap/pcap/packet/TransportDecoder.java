package dev.nightcap.pcap.packet;

/** TCP and UDP headers. */
final class TransportDecoder {
    void tcp(byte[] bytes, int at, int wireEnd, int end, Packet packet) {
        packet.kind = Packet.Kind.TCP;
        packet.complete = false;
        if (end - at < 20) {
            return;
        }
        ports(bytes, at, packet);
        int header = (Bytes.u8(bytes, at + 12) >> 4) * 4;
        packet.sequence = Bytes.i32(bytes, at + 4);
        packet.acknowledgement = Bytes.i32(bytes, at + 8);
        packet.flags = Bytes.u8(bytes, at + 13);
        packet.window = Bytes.u16(bytes, at + 14);
        packet.complete = header >= 20 && at + header <= wireEnd;
        payload(at + header, wireEnd, end, packet);
        packet.windowScale = packet.has(Packet.SYN) ? windowScale(bytes, at + 20, Math.min(at + header, end)) : -1;
    }

    void udp(byte[] bytes, int at, int wireEnd, int end, Packet packet) {
        packet.kind = Packet.Kind.UDP;
        packet.complete = false;
        if (end - at < 8) {
            return;
        }
        ports(bytes, at, packet);
        packet.complete = true;
        payload(at + 8, wireEnd, end, packet);
    }

    private static void ports(byte[] bytes, int at, Packet packet) {
        packet.sourcePort = Bytes.u16(bytes, at);
        packet.targetPort = Bytes.u16(bytes, at + 2);
    }

    private static void payload(int start, int wireEnd, int end, Packet packet) {
        packet.payload = start;
        packet.payloadLength = Math.max(0, wireEnd - start);
        packet.payloadCaptured = Math.max(0, Math.min(wireEnd, end) - start);
    }

    private static int windowScale(byte[] bytes, int start, int end) {
        int at = start;
        while (at + 1 < end && bytes[at] != 0) {
            if (bytes[at] == 1) {
                at++;
            } else if (bytes[at] == 3 && bytes[at + 1] == 3 && at + 2 < end) {
                return Math.min(bytes[at + 2] & 0xff, 14);
            } else {
                at += Math.max(2, bytes[at + 1] & 0xff);
            }
        }
        return -1;
    }
}
