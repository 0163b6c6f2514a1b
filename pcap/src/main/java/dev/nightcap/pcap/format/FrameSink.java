package dev.nightcap.pcap.format;

/** Takes frames in the order of the file. */
public interface FrameSink {
    /** The time of a frame that carries none (pcapng's simple packet block). */
    long NO_TIME = Long.MIN_VALUE;

    /**
     * One frame.
     *
     * @param bytes holds the frame from {@code offset} on, valid during this call only
     * @param captured bytes of the frame that the file holds
     * @param original bytes that it had on the wire
     * @param linkType its LINKTYPE number as tcpdump.org registers them
     * @param nanos nanoseconds since 1970 UTC, or {@link #NO_TIME}
     */
    void frame(byte[] bytes, int offset, int captured, long original, int linkType, long nanos);
}
