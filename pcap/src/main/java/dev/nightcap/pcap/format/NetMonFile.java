package dev.nightcap.pcap.format;

import java.io.IOException;

/**
 * Microsoft Network Monitor 2.x. Its frame table stands at the end; since no writer is known that does not lay the frames in
 * the table's order right behind the header, they are read forward, and the table is then checked against what was read.
 */
public final class NetMonFile {
    private static final int HEADER = 128;
    private static final int FRAME_HEADER = 16;

    /** FILETIME (100 ns since 1601) of 1970. */
    private static final long EPOCH = 116_444_736_000_000_000L;

    private final ByteWindow window;
    private final FrameSink sink;
    private int minor;
    private long startNanos;
    private long tableOffset;
    private long tableLength;
    private long frames;

    public NetMonFile(ByteWindow window, FrameSink sink) {
        this.window = window;
        this.sink = sink;
    }

    /** Reads to the end of the frame table; what comments and statistics follow it are left to be drained. */
    public Ending read() throws IOException {
        if (!window.ensure(HEADER)) {
            return Ending.CUT;
        }
        minor = window.u8(4);
        startNanos = startNanos();
        tableOffset = window.u32(24, false);
        tableLength = window.u32(28, false);
        if (window.u8(5) != 2) {
            return Ending.damaged("NetMon version " + window.u8(5), 5);
        }
        if (tableOffset < HEADER) {
            return Ending.damaged("a frame table at " + tableOffset, 24);
        }
        long start = window.offset();
        window.advance(HEADER);
        while (window.offset() - start + FRAME_HEADER <= tableOffset) {
            Ending ending = frame(tableOffset - (window.offset() - start));
            if (!ending.isWhole()) {
                return ending;
            }
        }
        return checkTable(tableOffset - (window.offset() - start));
    }

    /** A SYSTEMTIME, which Windows and Wireshark take for UTC from version 2.0 on. */
    private long startNanos() {
        int month = Math.max(1, Math.min(12, window.u16(10, false)));
        long days = java.time.LocalDate.of(window.u16(8, false), month, 1).toEpochDay() + window.u16(14, false) - 1;
        long seconds =
                days * 86_400 + window.u16(16, false) * 3_600L + window.u16(18, false) * 60L + window.u16(20, false);
        return seconds * 1_000_000_000L + window.u16(22, false) * 1_000_000L;
    }

    private Ending frame(long room) throws IOException {
        if (!window.ensure(FRAME_HEADER)) {
            return Ending.CUT;
        }
        long delta = window.u32(0, false) | window.u32(4, false) << 32;
        long original = window.u32(8, false);
        long captured = window.u32(12, false);
        int trailer = minor >= 3 ? 15 : minor == 2 ? 6 : minor == 1 ? 2 : 0;
        if (captured > PcapFile.MAX_RECORD || FRAME_HEADER + captured + trailer > room) {
            return Ending.damaged("a packet claims " + captured + " bytes", window.offset());
        }
        int length = (int) captured;
        int total = FRAME_HEADER + length + trailer;
        if (!window.ensure(total)) {
            return Ending.CUT;
        }
        int media = trailer == 0 ? 1 : window.u16(FRAME_HEADER + length, false);
        long nanos = trailer == 15 ? utc(FRAME_HEADER + length + 6, delta) : startNanos + delta * 1_000;
        sink.frame(window.array(), window.index(FRAME_HEADER), length, original, linkType(media), nanos);
        frames++;
        window.advance(total);
        return Ending.WHOLE;
    }

    private long utc(int at, long delta) {
        long fileTime = window.u32(at, false) | window.u32(at + 4, false) << 32;
        return fileTime < EPOCH || fileTime > EPOCH + Long.MAX_VALUE / 100
                ? startNanos + delta * 1_000
                : (fileTime - EPOCH) * 100;
    }

    /** Event and filter records, 0xffe0 and above, are counted as Wireshark does, but they hold no frame of a link. */
    private static int linkType(int media) {
        if (media >= 0xffe0) {
            return LinkTypes.NONE;
        }
        return (media & 0xf000) == 0xe000 ? media & 0x0fff : media == 1 ? LinkTypes.ETHERNET : LinkTypes.NONE;
    }

    private Ending checkTable(long gap) throws IOException {
        if (window.skip(gap) < gap || window.skip(tableLength) < tableLength) {
            return Ending.CUT;
        }
        return tableLength / 4 == frames
                ? Ending.WHOLE
                : Ending.damaged(
                        "a frame table of " + tableLength / 4 + " entries for " + frames + " packets", tableOffset);
    }
}
