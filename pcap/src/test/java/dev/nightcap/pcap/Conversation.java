package dev.nightcap.pcap;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Writes frames of Ethernet, IPv4, TCP and UDP in the order of their times, which are milliseconds from a fixed start. */
public final class Conversation {
    public static final long START = 1_763_700_000_000_000_000L;
    public static final int FIN = 1;
    public static final int SYN = 2;
    public static final int RST = 4;
    public static final int PSH = 8;
    public static final int ACK = 16;

    private final List<Frame> frames = new ArrayList<>();

    /** Of times that are equal the order of the calls holds. */
    public List<Frame> frames() {
        return frames.stream().sorted(Comparator.comparingLong(Frame::nanos)).toList();
    }

    public Conversation tcp(
            double ms, String from, int fromPort, String to, int toPort, int flags, int seq, int ack, byte[] payload) {
        return tcp(ms, from, fromPort, to, toPort, flags, seq, ack, 64_240, payload);
    }

    public Conversation tcp(
            double ms,
            String from,
            int fromPort,
            String to,
            int toPort,
            int flags,
            int seq,
            int ack,
            int window,
            byte[] payload) {
        ByteBuffer segment = ByteBuffer.allocate(20 + payload.length)
                .putShort((short) fromPort)
                .putShort((short) toPort)
                .putInt(seq)
                .putInt(ack)
                .put((byte) 0x50)
                .put((byte) flags)
                .putShort((short) window)
                .putInt(0)
                .put(payload);
        return ip(ms, from, to, 6, segment.array());
    }

    /** SYN, SYN-ACK, ACK, half a millisecond apart. The client's sequence goes on at 1001, the server's at 5001. */
    public Conversation handshake(double ms, String client, int port, String server, int serverPort) {
        return tcp(ms, client, port, server, serverPort, SYN, 1000, 0, new byte[0])
                .tcp(ms + 0.5, server, serverPort, client, port, SYN | ACK, 5000, 1001, new byte[0])
                .tcp(ms + 1, client, port, server, serverPort, ACK, 1001, 5001, new byte[0]);
    }

    public Conversation udp(double ms, String from, int fromPort, String to, int toPort, byte[] payload) {
        ByteBuffer datagram = ByteBuffer.allocate(8 + payload.length)
                .putShort((short) fromPort)
                .putShort((short) toPort)
                .putShort((short) (8 + payload.length))
                .putShort((short) 0)
                .put(payload);
        return ip(ms, from, to, 17, datagram.array());
    }

    /** A query, or with {@code rcode >= 0} the response to one, for an A record. */
    public static byte[] dns(int id, int rcode, String name) {
        ByteBuffer message = ByteBuffer.allocate(12 + name.length() + 2 + 4);
        message.putShort((short) id).putShort((short) (rcode < 0 ? 0x0100 : 0x8180 | rcode));
        message.putShort((short) 1).putShort((short) 0).putInt(0);
        for (String label : name.split("\\.", -1)) {
            message.put((byte) label.length()).put(label.getBytes(java.nio.charset.StandardCharsets.ISO_8859_1));
        }
        return message.put((byte) 0).putShort((short) 1).putShort((short) 1).array();
    }

    public static byte[] clientHello(String serverName) {
        byte[] name = serverName.getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
        int extensions = 9 + name.length;
        int body = 2 + 32 + 1 + 4 + 2 + 2 + extensions;
        ByteBuffer hello = ByteBuffer.allocate(5 + 4 + body);
        hello.put((byte) 22).putShort((short) 0x0301).putShort((short) (4 + body));
        hello.put((byte) 1).put((byte) 0).putShort((short) body);
        hello.putShort((short) 0x0303).put(new byte[32]).put((byte) 0);
        hello.putShort((short) 2).putShort((short) 0x1301).putShort((short) 0x0100);
        hello.putShort((short) extensions).putShort((short) 0).putShort((short) (5 + name.length));
        hello.putShort((short) (3 + name.length)).put((byte) 0).putShort((short) name.length);
        return hello.put(name).array();
    }

    public static byte[] serverHello(int version) {
        ByteBuffer hello = ByteBuffer.allocate(5 + 4 + 38);
        hello.put((byte) 22).putShort((short) version).putShort((short) 42);
        hello.put((byte) 2).put((byte) 0).putShort((short) 38).putShort((short) version);
        return hello.put(new byte[32])
                .put((byte) 0)
                .putShort((short) 0x002f)
                .put((byte) 0)
                .array();
    }

    private Conversation ip(double ms, String from, String to, int protocol, byte[] payload) {
        ByteBuffer frame = ByteBuffer.allocate(14 + 20 + payload.length);
        frame.put(new byte[] {2, 0, 0, 0, 0, 1, 2, 0, 0, 0, 0, 2, 8, 0});
        frame.put((byte) 0x45).put((byte) 0).putShort((short) (20 + payload.length));
        frame.putInt(0x4000).put((byte) 64).put((byte) protocol).putShort((short) 0);
        address(frame, from);
        address(frame, to);
        frames.add(new Frame(
                START + Math.round(ms * 1_000) * 1_000, frame.put(payload).array()));
        return this;
    }

    private static void address(ByteBuffer frame, String dotted) {
        for (String part : dotted.split("\\.", -1)) {
            frame.put((byte) Integer.parseInt(part));
        }
    }
}
