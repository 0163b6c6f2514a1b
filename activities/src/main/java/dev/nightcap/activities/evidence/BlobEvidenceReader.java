package dev.nightcap.activities.evidence;

import dev.nightcap.activities.azure.Attempts;
import dev.nightcap.activities.storage.BlobFiles;
import dev.nightcap.workflows.capture.Evidence;
import dev.nightcap.workflows.capture.EvidenceReader;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Streams a blob once, through the digest into the reader of capture files. */
public final class BlobEvidenceReader implements EvidenceReader {
    /** The retry policy of the step ends it; the failures in passing before that are only told apart here. */
    private static final Duration PATIENCE = Duration.ofHours(2);

    private final BlobFiles blobs;
    private final Contents.Source contents;
    private final Attempts attempts;

    public BlobEvidenceReader(BlobFiles blobs, InstantSource clock) {
        this(blobs, CaptureFile::read, clock);
    }

    BlobEvidenceReader(BlobFiles blobs, Contents.Source contents, InstantSource clock) {
        this.blobs = blobs;
        this.contents = contents;
        this.attempts = new Attempts(clock);
    }

    @Override
    public Reading readEvidence(ReadOrder order) {
        Instant until = attempts.now().plus(PATIENCE);
        return attempts.make("read the file", until, () -> read(order));
    }

    private Reading read(ReadOrder order) throws IOException {
        try (DigestingChannel channel = new DigestingChannel(blobs.open(order.url(), 0))) {
            return read(order, channel);
        }
    }

    private Reading read(ReadOrder order, DigestingChannel channel) throws IOException {
        Heartbeats heartbeats = Heartbeats.of(channel, order.expectedBytes());
        try {
            Contents found = contents.read(channel);
            Evidence evidence = new Evidence(
                    order.url(),
                    order.instance(),
                    channel.bytes(),
                    channel.sha256(),
                    found.format(),
                    found.packets(),
                    found.firstPacket(),
                    found.lastPacket(),
                    found.truncated());
            return new Reading(evidence, found.verdict());
        } finally {
            heartbeats.close();
        }
    }
}
