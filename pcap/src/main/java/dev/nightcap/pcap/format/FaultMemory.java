package dev.nightcap.pcap.format;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** Remembers errors of the stream below, so that they are not taken for faults of what is packed in it. */
final class FaultMemory extends FilterInputStream {
    @Nullable
    private IOException fault;

    FaultMemory(InputStream below) {
        super(below);
    }

    @Override
    public int read() throws IOException {
        try {
            return super.read();
        } catch (IOException e) {
            fault = e;
            throw e;
        }
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        try {
            return super.read(target, offset, length);
        } catch (IOException e) {
            fault = e;
            throw e;
        }
    }

    /** Throws what the stream below has thrown, if it has. */
    void rethrow() throws IOException {
        if (fault != null) {
            throw fault;
        }
    }
}
