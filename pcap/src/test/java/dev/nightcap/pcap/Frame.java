package dev.nightcap.pcap;

/** Bytes of one frame and its time; frames are compared by identity. */
public final class Frame {
    private final long nanos;
    private final byte[] bytes;

    public Frame(long nanos, byte[] bytes) {
        this.nanos = nanos;
        this.bytes = bytes.clone();
    }

    public long nanos() {
        return nanos;
    }

    /** Not a copy. */
    public byte[] bytes() {
        return bytes;
    }
}
