package dev.nightcap.pcap.format;

import java.io.IOException;

/**
 * Classic libpcap files: microseconds or nanoseconds, either byte order, Kuznetzov's modified records, and the swapped
 * lengths that writers before version 2.4 left behind.
 */
public final class PcapFile {
    /** As Wireshark and libpcap: a longer record is taken for damage. */
    static final int MAX_RECORD = 262_144;

    private final ByteWindow window;
    private final FrameSink sink;

    public PcapFile(ByteWindow window, FrameSink sink) {
        this.window = window;
        this.sink = sink;
    }

    /** Reads from the magic number to the end of the stream. */
    public Ending read(CaptureFormat format) throws IOException {
        if (!window.ensure(24)) {
            return Ending.CUT;
        }
        boolean big = window.u8(0) == 0xa1;
        int minor = window.u16(6, big);
        int linkType = window.i32(20, big) & 0xffff;
        int header = format == CaptureFormat.PCAP_MODIFIED ? 24 : 16;
        long unit = format == CaptureFormat.PCAP_NANOSECONDS ? 1 : 1_000;
        window.advance(24);
        while (window.ensure(header)) {
            long captured = window.u32(8, big);
            long original = window.u32(12, big);
            if (minor < 3 || (minor == 3 && captured > original)) {
                long swap = captured;
                captured = original;
                original = swap;
            }
            if (captured > MAX_RECORD) {
                return Ending.damaged("a packet claims " + captured + " bytes", window.offset());
            }
            int length = (int) captured;
            if (!window.ensure(header + length)) {
                return Ending.CUT;
            }
            long nanos = window.u32(0, big) * 1_000_000_000L + window.u32(4, big) * unit;
            sink.frame(window.array(), window.index(header), length, original, linkType, nanos);
            window.advance(header + length);
        }
        return window.readable() == 0 ? Ending.WHOLE : Ending.CUT;
    }
}
