package dev.nightcap.pcap.packet;

/**
 * The packet at hand: one mutable instance is filled again for each frame, so that the loop allocates nothing. Who needs
 * a value later copies it.
 */
public final class Packet {
    public static final int FIN = 1;
    public static final int SYN = 2;
    public static final int RST = 4;
    public static final int ACK = 16;

    /** What was found: none of these, or one. */
    public enum Kind {
        OTHER,
        TCP,
        UDP
    }

    /** Number of the frame, from 1, as Wireshark's frame.number. */
    public long number;

    /** Nanoseconds since 1970 UTC. */
    public long nanos;

    public Kind kind = Kind.OTHER;

    /** False where the capture cut the transport header off: the packet is counted, not analysed. */
    public boolean complete;

    public long sourceHigh;
    public long sourceLow;
    public long targetHigh;
    public long targetLow;
    public int sourcePort;
    public int targetPort;
    public int sequence;
    public int acknowledgement;
    public int flags;
    public int window;

    /** The shift of a window scale option, or -1. */
    public int windowScale;

    /** Payload bytes on the wire, from the IP header. */
    public int payloadLength;

    /** The array that holds the payload, where it starts, and how much of it was captured. */
    public byte[] bytes = new byte[0];

    public int payload;
    public int payloadCaptured;

    public boolean has(int flag) {
        return (flags & flag) != 0;
    }

    public Endpoint source() {
        return Endpoint.of(sourceHigh, sourceLow, sourcePort);
    }

    public Endpoint target() {
        return Endpoint.of(targetHigh, targetLow, targetPort);
    }
}
