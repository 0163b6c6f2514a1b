package dev.nightcap.pcap.format;

/** The link types of the registry at tcpdump.org that are decoded, and names for these and a few others. */
public final class LinkTypes {
    public static final int NULL = 0;
    public static final int ETHERNET = 1;
    public static final int RAW_OPENBSD = 12;
    public static final int RAW_BSDOS = 14;
    public static final int RAW = 101;
    public static final int LOOP = 108;
    public static final int LINUX_SLL = 113;
    public static final int IPV4 = 228;
    public static final int IPV6 = 229;
    public static final int LINUX_SLL2 = 276;

    /** Of our own: a frame whose layout is known to be none of the registry's; the registry's numbers fit in 16 bits. */
    public static final int NONE = 0x10000;

    private LinkTypes() {}

    /** A name that says what the packets were captured from. */
    public static String name(int linkType) {
        return switch (linkType) {
            case NULL -> "null";
            case ETHERNET -> "ethernet";
            case RAW_OPENBSD, RAW_BSDOS, RAW -> "raw";
            case LOOP -> "loop";
            case LINUX_SLL -> "linux-sll";
            case IPV4 -> "ipv4";
            case IPV6 -> "ipv6";
            case LINUX_SLL2 -> "linux-sll2";
            case 105 -> "ieee802.11";
            case 127 -> "ieee802.11-radiotap";
            case NONE -> "none";
            default -> "linktype-" + linkType;
        };
    }
}
