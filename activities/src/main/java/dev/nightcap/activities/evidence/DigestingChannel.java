package dev.nightcap.activities.evidence;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.concurrent.atomic.AtomicLong;

/** Counts and digests what passes; ends the reading once somebody has cancelled it. */
final class DigestingChannel implements ReadableByteChannel {
    private final ReadableByteChannel source;
    private final MessageDigest digest;
    private final AtomicLong bytes = new AtomicLong();
    private volatile boolean cancelled;

    DigestingChannel(ReadableByteChannel source) {
        this.source = source;
        try {
            this.digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    @Override
    public int read(ByteBuffer target) throws IOException {
        if (cancelled) {
            throw new IOException("the reading was cancelled");
        }
        ByteBuffer read = target.duplicate();
        int count = source.read(target);
        if (count > 0) {
            read.limit(read.position() + count);
            digest.update(read);
            bytes.addAndGet(count);
        }
        return count;
    }

    /** May be called by another thread. */
    void cancel() {
        cancelled = true;
    }

    /** May be called by another thread. */
    long bytes() {
        return bytes.get();
    }

    /** Of all that has passed; to be asked for once. */
    String sha256() {
        return HexFormat.of().formatHex(digest.digest());
    }

    @Override
    public boolean isOpen() {
        return source.isOpen();
    }

    @Override
    public void close() throws IOException {
        source.close();
    }
}
