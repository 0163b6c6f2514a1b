package dev.nightcap.pcap.packet;

/** Addresses as two longs, IPv4 mapped into IPv6 (::ffff:a.b.c.d), so that a packet needs no object for them. */
public final class Addresses {
    private static final long MAPPED = 0xffffL << 32;

    private Addresses() {}

    /** The low half of the mapped form of an IPv4 address. */
    public static long mapped(int ipv4) {
        return MAPPED | Integer.toUnsignedLong(ipv4);
    }

    public static boolean isV4(long high, long low) {
        return high == 0 && low >>> 32 == 0xffff;
    }

    /** The text of RFC 5952: dotted for IPv4, lower-case hex with the longest run of zeros shortened for IPv6. */
    public static String text(long high, long low) {
        if (isV4(high, low)) {
            return (low >>> 24 & 255) + "." + (low >>> 16 & 255) + "." + (low >>> 8 & 255) + "." + (low & 255);
        }
        int runStart = -1;
        int runLength = 1;
        for (int i = 0; i < 8; i++) {
            int length = 0;
            while (i + length < 8 && group(high, low, i + length) == 0) {
                length++;
            }
            if (length > runLength) {
                runStart = i;
                runLength = length;
            }
        }
        StringBuilder text = new StringBuilder(40);
        for (int i = 0; i < 8; i++) {
            if (i == runStart) {
                text.append("::");
                i += runLength - 1;
            } else {
                text.append(text.isEmpty() || text.charAt(text.length() - 1) == ':' ? "" : ":");
                text.append(Integer.toHexString(group(high, low, i)));
            }
        }
        return text.toString();
    }

    private static int group(long high, long low, int index) {
        return (int) ((index < 4 ? high : low) >>> (48 - (index & 3) * 16)) & 0xffff;
    }
}
