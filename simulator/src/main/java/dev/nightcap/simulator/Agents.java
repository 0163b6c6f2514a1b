package dev.nightcap.simulator;

import dev.nightcap.simulator.arm.Recorder;
import dev.nightcap.simulator.arm.Recording;
import dev.nightcap.simulator.blobs.BlobWriter;
import dev.nightcap.simulator.traffic.FrameFilter;
import dev.nightcap.simulator.traffic.Story;
import dev.nightcap.simulator.traffic.TrafficWindow;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** The agents on the machines: they tell their machine's story into a file, or hand out the given one, and upload it. */
final class Agents implements Recorder {

    private final CompletableFuture<BlobWriter> blobs;
    private final Optional<Path> given;

    Agents(CompletableFuture<BlobWriter> blobs, Optional<Path> given) {
        this.blobs = blobs;
        this.given = given;
    }

    @Override
    public Optional<Instant> fullAt(Recording recording) {
        return given.isPresent()
                ? Optional.empty()
                : Story.named(recording.story()).fullAt(window(recording));
    }

    @Override
    public void store(Recording recording) throws IOException {
        Path file = Files.createTempFile("nightcap-capture-", ".cap");
        try {
            write(recording, file);
            cut(file, recording.keep());
            blobs.join().put(recording.account(), recording.container(), recording.blob(), file);
        } catch (CompletionException e) {
            throw new IOException("there is no blob service", e);
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private void write(Recording recording, Path file) throws IOException {
        if (given.isPresent()) {
            Files.copy(given.get(), file, StandardCopyOption.REPLACE_EXISTING);
            return;
        }
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            Story.named(recording.story()).write(out, window(recording));
        }
    }

    private static void cut(Path file, long keep) throws IOException {
        if (keep >= Files.size(file)) {
            return;
        }
        byte[] kept;
        try (InputStream in = Files.newInputStream(file)) {
            kept = in.readNBytes((int) keep);
        }
        Files.write(file, kept);
    }

    private static TrafficWindow window(Recording recording) {
        return TrafficWindow.of(recording.address(), recording.from(), recording.to())
                .withBytesPerPacket(recording.bytesPerPacket())
                .withTotalBytes(recording.totalBytes())
                .withFilters(recording.filters().stream()
                        .map(filter -> new FrameFilter(
                                filter.protocol(),
                                filter.localAddress(),
                                filter.remoteAddress(),
                                filter.localPort(),
                                filter.remotePort()))
                        .toList());
    }
}
