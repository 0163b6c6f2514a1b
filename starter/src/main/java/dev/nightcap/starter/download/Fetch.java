package dev.nightcap.starter.download;

import dev.nightcap.starter.terminal.Complaint;
import dev.nightcap.workflows.capture.Evidence;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.ReadableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.function.LongConsumer;

/**
 * Fetches one file of evidence. It is written beside its final name, as {@code NAME.part}, and moved there in one step
 * after size and digest were found to be those that were verified: under the final name there is never a half file. A
 * part that is there is gone on with.
 */
public final class Fetch {
    private static final int CHUNK = 1 << 20;

    private final EvidenceDownload source;
    private final LongConsumer progress;

    /** @param progress is told the bytes of the file that are there, now and then */
    public Fetch(EvidenceDownload source, LongConsumer progress) {
        this.source = source;
        this.progress = progress;
    }

    /**
     * Whether the file had to be fetched; false if it was there already, whole.
     *
     * @throws Complaint if what arrives is not what was verified; the part is then deleted
     * @throws IOException if the way breaks; the part stays, to go on from
     */
    public boolean fetch(Evidence evidence, Path file) throws IOException {
        if (isThere(evidence, file)) {
            return false;
        }
        Path part = file.resolveSibling(file.getFileName() + ".part");
        MessageDigest digest = sha256();
        try (FileChannel target =
                FileChannel.open(part, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            long have = resumed(target, evidence, digest);
            if (have < evidence.bytes()) {
                copy(evidence, target, digest, have);
            }
            target.force(true);
            check(evidence, target.size(), digest, part);
        }
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        return true;
    }

    private boolean isThere(Evidence evidence, Path file) throws IOException {
        if (!Files.exists(file)) {
            return false;
        }
        MessageDigest digest = sha256();
        try (FileChannel there = FileChannel.open(file, StandardOpenOption.READ)) {
            feed(there, digest);
        }
        if (Files.size(file) == evidence.bytes() && hex(digest).equals(evidence.sha256())) {
            return true;
        }
        throw Complaint.usage(
                file + " is there already and is another file", "move it away, or name another folder by --to");
    }

    /** What of the part is there counts, unless it is longer than the whole. */
    private static long resumed(FileChannel target, Evidence evidence, MessageDigest digest) throws IOException {
        if (target.size() > evidence.bytes()) {
            target.truncate(0);
        }
        feed(target, digest);
        return target.size();
    }

    private void copy(Evidence evidence, FileChannel target, MessageDigest digest, long from) throws IOException {
        ByteBuffer chunk = ByteBuffer.allocate(CHUNK);
        long have = from;
        target.position(have);
        try (ReadableByteChannel blob = source.open(evidence.url(), have)) {
            while (have <= evidence.bytes() && blob.read(chunk) >= 0) {
                chunk.flip();
                have += chunk.remaining();
                digest.update(chunk.duplicate());
                while (chunk.hasRemaining()) {
                    target.write(chunk);
                }
                chunk.clear();
                progress.accept(have);
            }
        }
    }

    private static void check(Evidence evidence, long size, MessageDigest digest, Path part) throws IOException {
        String arrived = hex(digest);
        if (size == evidence.bytes() && arrived.equals(evidence.sha256())) {
            return;
        }
        Files.delete(part);
        throw Complaint.failed(
                "what arrived from " + evidence.url() + " is not what was verified: " + size + " bytes of sha256 "
                        + arrived + " instead of " + evidence.bytes() + " bytes of sha256 " + evidence.sha256(),
                "the blob was changed or replaced after it was read; do not trust it",
                null);
    }

    private static void feed(FileChannel file, MessageDigest digest) throws IOException {
        ByteBuffer chunk = ByteBuffer.allocate(CHUNK);
        file.position(0);
        while (file.read(chunk) >= 0) {
            digest.update(chunk.flip());
            chunk.clear();
        }
    }

    private static String hex(MessageDigest digest) {
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
