package dev.nightcap.pcap.format;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** pcapng: any number of sections and interfaces; blocks without packets are stepped over, whatever their length. */
public final class PcapngFile {
    private static final int SECTION = 0x0a0d0d0a;
    private static final int MAX_INTERFACES = 65_536;
    private static final int MAX_DESCRIPTION = 65_536;

    private final ByteWindow window;
    private final FrameSink sink;
    private final List<PcapngInterface> interfaces = new ArrayList<>();
    private boolean big;

    public PcapngFile(ByteWindow window, FrameSink sink) {
        this.window = window;
        this.sink = sink;
    }

    /** Reads from the first section header to the end of the stream. */
    public Ending read() throws IOException {
        while (window.ensure(12)) {
            int type = window.i32(0, big);
            if (type == SECTION && !openSection()) {
                return Ending.damaged("a section of unknown byte order", window.offset());
            }
            long length = window.u32(4, big);
            if (length < 12 || length % 4 != 0) {
                return Ending.damaged("a block claims " + length + " bytes", window.offset());
            }
            Ending ending = block(type, length);
            if (!ending.isWhole()) {
                return ending;
            }
        }
        return window.readable() == 0 ? Ending.WHOLE : Ending.CUT;
    }

    private boolean openSection() {
        int magic = window.i32(8, true);
        big = magic == 0x1a2b3c4d;
        interfaces.clear();
        return big || magic == 0x4d3c2b1a;
    }

    private Ending block(int type, long length) throws IOException {
        return switch (type) {
            case 1 -> describe(length);
            case 2, 6 -> packet(type, length);
            case 3 -> simplePacket(length);
            default -> window.skip(length) == length ? Ending.WHOLE : Ending.CUT;
        };
    }

    private Ending describe(long length) throws IOException {
        if (length < 20 || length > MAX_DESCRIPTION || interfaces.size() == MAX_INTERFACES) {
            return Ending.damaged("an interface description of " + length + " bytes", window.offset());
        }
        if (!window.ensure((int) length)) {
            return Ending.CUT;
        }
        int end = (int) length - 4;
        int resolution = 6;
        long offsetSeconds = 0;
        for (int at = 16; at + 4 <= end; ) {
            int code = window.u16(at, big);
            int size = window.u16(at + 2, big);
            if (code == 0 || at + 4 + size > end) {
                break;
            }
            if (code == 9 && size >= 1) {
                resolution = window.u8(at + 4);
            } else if (code == 14 && size >= 8) {
                long first = window.u32(at + 4, big);
                long second = window.u32(at + 8, big);
                offsetSeconds = big ? first << 32 | second : second << 32 | first;
            }
            at += 4 + ((size + 3) & ~3);
        }
        interfaces.add(new PcapngInterface(window.u16(8, big), window.u32(12, big), resolution, offsetSeconds));
        return finish(length);
    }

    /** An enhanced packet (6), or its obsolete elder (2), which has a shorter interface number and a drop count. */
    private Ending packet(int type, long length) throws IOException {
        if (!window.ensure(28)) {
            return Ending.CUT;
        }
        long number = type == 6 ? window.u32(8, big) : window.u16(8, big);
        long captured = window.u32(20, big);
        if (length < 32 || captured > length - 32 || captured > PcapFile.MAX_RECORD) {
            return Ending.damaged("a packet claims " + captured + " bytes in a block of " + length, window.offset());
        }
        if (number >= interfaces.size()) {
            return Ending.damaged("a packet of an interface that was not described", window.offset());
        }
        if (!window.ensure(28 + (int) captured)) {
            return Ending.CUT;
        }
        PcapngInterface from = interfaces.get((int) number);
        long nanos = from.nanos(window.u32(12, big) << 32 | window.u32(16, big));
        sink.frame(window.array(), window.index(28), (int) captured, window.u32(24, big), from.linkType(), nanos);
        return finish(length);
    }

    private Ending simplePacket(long length) throws IOException {
        if (length < 16 || interfaces.isEmpty()) {
            return Ending.damaged("a simple packet block without an interface", window.offset());
        }
        PcapngInterface from = interfaces.get(0);
        long original = window.u32(8, big);
        long captured = Math.min(original, length - 16);
        if (from.snapLength() > 0) {
            captured = Math.min(captured, from.snapLength());
        }
        if (captured > PcapFile.MAX_RECORD) {
            return Ending.damaged("a packet claims " + captured + " bytes", window.offset());
        }
        if (!window.ensure(12 + (int) captured)) {
            return Ending.CUT;
        }
        sink.frame(window.array(), window.index(12), (int) captured, original, from.linkType(), FrameSink.NO_TIME);
        return finish(length);
    }

    /** Steps over the block; a trailing length that differs is not held against a file whose blocks go on in order. */
    private Ending finish(long length) throws IOException {
        return window.skip(length) == length ? Ending.WHOLE : Ending.CUT;
    }
}
