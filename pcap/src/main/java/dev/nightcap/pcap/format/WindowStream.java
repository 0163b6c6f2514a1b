package dev.nightcap.pcap.format;

import java.io.IOException;
import java.io.InputStream;

/** What is left of a window, as a stream. */
final class WindowStream extends InputStream {
    private final ByteWindow window;

    WindowStream(ByteWindow window) {
        this.window = window;
    }

    @Override
    public int read() throws IOException {
        if (!window.ensure(1)) {
            return -1;
        }
        int octet = window.u8(0);
        window.advance(1);
        return octet;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        return window.read(target, offset, length);
    }

    @Override
    public int available() throws IOException {
        return window.ensure(1) ? window.readable() : 0;
    }
}
