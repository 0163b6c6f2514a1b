package dev.nightcap.pcap.format;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;

/** A file of whatever format: finds out which, unpacks what is packed, and reads the frames. */
public final class CaptureFile {
    /** Unpacked bytes of one file in all: far above any capture, far below what would keep a worker busy for a night. */
    private static final long MOST_UNPACKED = 64L << 30;

    private static final int MOST_MEMBERS = 10_000;

    private final ByteWindow window;
    private final FrameSink sink;
    private CaptureFormat format = CaptureFormat.UNKNOWN;
    private long unpackable = MOST_UNPACKED;

    @Nullable
    private String container;

    public CaptureFile(ByteWindow window, FrameSink sink) {
        this.window = window;
        this.sink = sink;
    }

    /** The format that was read; of several members, the first that holds packets, else the first. */
    public CaptureFormat format() {
        return format;
    }

    /** {@code "gzip"}, {@code "zip"}, or null. */
    @Nullable
    public String container() {
        return container;
    }

    /** Reads the whole stream, whatever it holds. Only errors of the stream itself are thrown. */
    public Ending read() throws IOException {
        boolean gzip = window.ensure(3) && window.u16(0, true) == 0x1f8b && window.u8(2) == 8;
        boolean zip = window.ensure(4) && window.i32(0, true) == 0x504b0304;
        Ending ending;
        if (gzip || zip) {
            container = gzip ? "gzip" : "zip";
            ending = packed(gzip);
        } else {
            format = CaptureFormat.sniff(window);
            ending = plain(window, format);
        }
        window.drain();
        return ending;
    }

    private Ending packed(boolean gzip) throws IOException {
        FaultMemory file = new FaultMemory(new WindowStream(window));
        try {
            return gzip ? member(new GZIPInputStream(file, 65_536)) : members(new ZipInputStream(file));
        } catch (EOFException e) {
            file.rethrow();
            return Ending.CUT;
        } catch (ZipException | IllegalArgumentException e) {
            file.rethrow();
            return window.ensure(1)
                    ? Ending.damaged("a " + container + " stream breaks", window.offset())
                    : new Ending(true, "a " + container + " stream breaks");
        }
    }

    /** Members one behind the other, as the local headers come; the central directory is not looked at. */
    private Ending members(ZipInputStream zip) throws IOException {
        Ending all = Ending.WHOLE;
        CaptureFormat best = CaptureFormat.UNKNOWN;
        for (int i = 0; zip.getNextEntry() != null; i++) {
            if (i == MOST_MEMBERS || unpackable == 0) {
                return all.and(Ending.damaged("more members than are read", window.offset()));
            }
            all = all.and(member(zip));
            best = best.readable() || (i > 0 && !format.readable()) ? best : format;
            format = best;
        }
        return all;
    }

    private Ending member(InputStream unpacked) throws IOException {
        LimitedInflation limited = new LimitedInflation(unpacked, unpackable);
        ByteWindow inner = new ByteWindow(limited);
        format = CaptureFormat.sniff(inner);
        Ending ending = plain(inner, format);
        inner.drain();
        unpackable -= inner.offset();
        return limited.stopped()
                ? Ending.damaged("more than " + MOST_UNPACKED + " unpacked bytes", window.offset())
                : ending;
    }

    private Ending plain(ByteWindow from, CaptureFormat as) throws IOException {
        return switch (as) {
            case PCAP, PCAP_NANOSECONDS, PCAP_MODIFIED -> new PcapFile(from, sink).read(as);
            case PCAPNG -> new PcapngFile(from, sink).read();
            case NETMON -> new NetMonFile(from, sink).read();
            default -> Ending.WHOLE;
        };
    }
}
