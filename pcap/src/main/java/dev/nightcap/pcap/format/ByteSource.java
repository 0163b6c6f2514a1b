package dev.nightcap.pcap.format;

import java.io.IOException;

/** Where bytes come from; the shape of {@link java.io.InputStream#read(byte[], int, int)}. */
@FunctionalInterface
public interface ByteSource {
    /** Reads at least one byte, or returns -1 at the end. A channel that does not block may answer 0. */
    int read(byte[] target, int offset, int length) throws IOException;
}
