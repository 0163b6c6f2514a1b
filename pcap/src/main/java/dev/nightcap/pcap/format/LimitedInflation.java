package dev.nightcap.pcap.format;

import java.io.IOException;
import java.io.InputStream;

/** A source over unpacked bytes that stops at a bound, so that a few kilobytes cannot keep a reader busy for hours. */
final class LimitedInflation implements ByteSource {
    private final InputStream stream;
    private long left;
    private boolean stopped;

    LimitedInflation(InputStream stream, long most) {
        this.stream = stream;
        this.left = most;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (left == 0) {
            stopped = stopped || stream.read() >= 0;
            return -1;
        }
        int read = stream.read(target, offset, (int) Math.min(length, left));
        left -= Math.max(0, read);
        return read;
    }

    boolean stopped() {
        return stopped;
    }
}
