package dev.nightcap.activities.evidence;

import dev.nightcap.workflows.capture.EvidenceReader.Verdict;
import java.io.IOException;
import java.nio.channels.ReadableByteChannel;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a file holds, in the terms of a capture.
 *
 * @param format as the file's magic bytes have it
 * @param packets -1 where the format cannot be read
 * @param truncated whether the file ends inside a packet
 */
record Contents(
        String format,
        long packets,
        @Nullable Instant firstPacket,
        @Nullable Instant lastPacket,
        boolean truncated,
        Verdict verdict) {
    /** Reads a channel to its end, whatever stands in it. */
    @FunctionalInterface
    interface Source {
        Contents read(ReadableByteChannel file) throws IOException;
    }
}
