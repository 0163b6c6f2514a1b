package dev.nightcap.pcap.flow;

import java.util.SplittableRandom;

/** Hashes with a seed that differs in each run, so that nobody can prepare a file whose keys all meet in one bucket. */
final class Scatter {
    private static final long SEED = new SplittableRandom().nextLong() | 1;

    private Scatter() {}

    static long mix(long value) {
        long mixed = (value ^ SEED) * 0x9e3779b97f4a7c15L;
        mixed = (mixed ^ mixed >>> 29) * SEED;
        return mixed ^ mixed >>> 32;
    }

    static int hash(long high, long low, long rest) {
        return (int) (mix(mix(mix(high) + low) + rest) >>> 16);
    }
}
