package dev.nightcap.pcap.format;

import java.io.IOException;

/** The formats that are told apart by their first bytes, those we read and those we only name. */
public enum CaptureFormat {
    PCAP("pcap", true),
    PCAP_NANOSECONDS("pcap-ns", true),
    PCAP_MODIFIED("pcap-modified", true),
    PCAPNG("pcapng", true),
    NETMON("netmon", true),
    NETMON_1("netmon1", false),
    SNOOP("snoop", false),
    ETL("etl", false),
    EMPTY("empty", false),
    UNKNOWN("unknown", false);

    private final String label;
    private final boolean readable;

    CaptureFormat(String label, boolean readable) {
        this.label = label;
        this.readable = readable;
    }

    /** The name that documents and people see. */
    public String label() {
        return label;
    }

    /** Whether packets can be read from it; the others are counted in bytes only. */
    public boolean readable() {
        return readable;
    }

    /** Looks at the first bytes without moving; a file too short for any magic number is unknown. */
    public static CaptureFormat sniff(ByteWindow window) throws IOException {
        if (!window.ensure(1)) {
            return EMPTY;
        }
        if (!window.ensure(4)) {
            return UNKNOWN;
        }
        return switch (window.i32(0, true)) {
            case 0xa1b2c3d4, 0xd4c3b2a1 -> PCAP;
            case 0xa1b23c4d, 0x4d3cb2a1 -> PCAP_NANOSECONDS;
            case 0xa1b2cd34, 0x34cdb2a1 -> PCAP_MODIFIED;
            case 0x0a0d0d0a -> PCAPNG;
            case 0x474d4255 -> NETMON; // GMBU
            case 0x52545353 -> NETMON_1; // RTSS
            case 0x736e6f6f -> SNOOP; // snoo
            default -> isEtl(window) ? ETL : UNKNOWN;
        };
    }

    /**
     * ETL has no magic number. Its first buffer starts with a WMI_BUFFER_HEADER (72 bytes, the buffer's size at 0) that is
     * followed by a SYSTEM_TRACE_HEADER, whose marker bytes are version, then header type 1 or 2 and flags 0xc0.
     */
    private static boolean isEtl(ByteWindow window) throws IOException {
        return window.ensure(76)
                && window.u32(0, false) >= 1024
                && window.u32(0, false) <= 16 * 1024 * 1024
                && window.u32(0, false) % 1024 == 0
                && (window.u8(74) == 1 || window.u8(74) == 2)
                && window.u8(75) == 0xc0;
    }
}
