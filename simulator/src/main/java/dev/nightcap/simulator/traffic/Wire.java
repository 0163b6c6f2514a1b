package dev.nightcap.simulator.traffic;

import dev.nightcap.simulator.traffic.Frame.Endpoint;

/** Puts segments and datagrams into IPv4 and Ethernet, with right checksums (RFC 791, 768, 9293). */
final class Wire {

    static final int FIN = 0x01;
    static final int SYN = 0x02;
    static final int RST = 0x04;
    static final int PSH = 0x08;
    static final int ACK = 0x10;

    private static final int TCP = 6;
    private static final int UDP = 17;
    private static final byte[] SYN_OPTIONS =
            Bytes.of(2, 4, 1418 >> 8, 1418 & 0xff, 1, 1, 4, 2, 1, 3, 3, 7).toArray();
    /** The address that Azure's virtual network shows as every neighbour's. */
    private static final byte[] GATEWAY =
            Bytes.of(0x12, 0x34, 0x56, 0x78, 0x9a, 0xbc).toArray();

    private final String local;
    private int identification;

    Wire(String local) {
        this.local = local;
    }

    Frame tcp(long micros, Endpoint from, Endpoint to, long seq, long ack, int flags, byte[] payload) {
        byte[] options = (flags & SYN) != 0 ? SYN_OPTIONS : new byte[0];
        byte[] segment = new Bytes()
                .u16(from.port())
                .u16(to.port())
                .u32(seq)
                .u32((flags & ACK) != 0 ? ack : 0)
                .u8((5 + options.length / 4) << 4)
                .u8(flags)
                .u16((flags & RST) != 0 ? 0 : 64_240)
                .u16(0)
                .u16(0)
                .add(options)
                .add(payload)
                .toArray();
        put(segment, 16, checksum(pseudo(from, to, TCP, segment)));
        return frame(micros, from, to, TCP, segment);
    }

    Frame udp(long micros, Endpoint from, Endpoint to, byte[] payload) {
        byte[] datagram = new Bytes()
                .u16(from.port())
                .u16(to.port())
                .u16(8 + payload.length)
                .u16(0)
                .add(payload)
                .toArray();
        int sum = checksum(pseudo(from, to, UDP, datagram));
        put(datagram, 6, sum == 0 ? 0xffff : sum);
        return frame(micros, from, to, UDP, datagram);
    }

    private Frame frame(long micros, Endpoint from, Endpoint to, int protocol, byte[] payload) {
        boolean out = from.address().equals(local);
        byte[] header = new Bytes()
                .u8(0x45)
                .u8(0)
                .u16(20 + payload.length)
                .u16(++identification & 0xffff)
                .u16(0x4000)
                .u8(out ? 64 : 61)
                .u8(protocol)
                .u16(0)
                .address(from.address())
                .address(to.address())
                .toArray();
        put(header, 10, checksum(header));
        Bytes bytes = new Bytes()
                .add(out ? GATEWAY : card())
                .add(out ? card() : GATEWAY)
                .u16(0x0800)
                .add(header)
                .add(payload);
        return new Frame(micros, from, to, protocol, bytes);
    }

    /** The machine's own card: Azure's prefix, then the last three parts of the address. */
    private byte[] card() {
        byte[] address = new Bytes().address(local).toArray();
        return Bytes.of(0x00, 0x0d, 0x3a, address[1], address[2], address[3]).toArray();
    }

    private static byte[] pseudo(Endpoint from, Endpoint to, int protocol, byte[] payload) {
        return new Bytes()
                .address(from.address())
                .address(to.address())
                .u8(0)
                .u8(protocol)
                .u16(payload.length)
                .add(payload)
                .toArray();
    }

    private static void put(byte[] bytes, int at, int value) {
        bytes[at] = (byte) (value >>> 8);
        bytes[at + 1] = (byte) value;
    }

    /** The one's complement sum of RFC 1071. */
    static int checksum(byte[] bytes) {
        int sum = 0;
        for (int i = 0; i < bytes.length; i += 2) {
            int low = i + 1 < bytes.length ? bytes[i + 1] & 0xff : 0;
            sum += ((bytes[i] & 0xff) << 8) | low;
        }
        while (sum > 0xffff) {
            sum = (sum & 0xffff) + (sum >>> 16);
        }
        return ~sum & 0xffff;
    }
}
