package dev.nightcap.pcap.format;

/**
 * What an interface description block says that later packets need.
 *
 * @param linkType LINKTYPE number
 * @param snapLength 0 if unlimited
 * @param resolution the raw if_tsresol octet: 10^-n, or 2^-n with the high bit set
 * @param offsetSeconds if_tsoffset
 */
record PcapngInterface(int linkType, long snapLength, int resolution, long offsetSeconds) {
    private static final long SECOND = 1_000_000_000L;
    private static final long[] POWERS = new long[19];

    static {
        POWERS[0] = 1;
        for (int i = 1; i < POWERS.length; i++) {
            POWERS[i] = POWERS[i - 1] * 10;
        }
    }

    /** Nanoseconds since 1970 of a block's time stamp; {@link FrameSink#NO_TIME} where a long cannot hold them. */
    long nanos(long stamp) {
        if (resolution == 6 && offsetSeconds == 0 && stamp >= 0 && stamp < Long.MAX_VALUE / 1000) {
            return stamp * 1000;
        }
        int exponent = resolution & 0x7f;
        long seconds;
        long fraction;
        if ((resolution & 0x80) != 0) {
            seconds = exponent > 63 ? 0 : stamp >>> exponent;
            long rest = exponent == 0 ? 0 : exponent > 63 ? stamp : stamp & ((1L << exponent) - 1);
            fraction = (long) (rest * Math.pow(2, -exponent) * SECOND);
        } else if (exponent > 18) {
            seconds = 0;
            fraction = exponent > 28 ? 0 : Long.divideUnsigned(stamp, POWERS[exponent - 9]);
        } else {
            seconds = Long.divideUnsigned(stamp, POWERS[exponent]);
            long rest = Long.remainderUnsigned(stamp, POWERS[exponent]);
            fraction = exponent <= 9 ? rest * POWERS[9 - exponent] : rest / POWERS[exponent - 9];
        }
        return seconds < 0 || Math.abs(offsetSeconds) > 9_000_000_000L || seconds + offsetSeconds > 9_000_000_000L
                ? FrameSink.NO_TIME
                : (seconds + offsetSeconds) * SECOND + fraction;
    }
}
