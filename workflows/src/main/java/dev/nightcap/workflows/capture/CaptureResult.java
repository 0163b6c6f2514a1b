package dev.nightcap.workflows.capture;

import dev.nightcap.workflows.capture.EvidenceReader.Finding;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a capture ended.
 *
 * @param sentence for people: what happened and why
 * @param storagePath where Azure said that the file would be
 * @param sessionRemoved whether no session of this run is left in Azure
 * @param leftBehind names of what could not be cleaned up
 * @param verdict what the packets show, in a sentence; null where none were read
 * @param next the command or step to take now
 */
public record CaptureResult(
        Outcome outcome,
        Reason reason,
        String sentence,
        @Nullable StopReason stopReason,
        @Nullable String sessionId,
        @Nullable String storagePath,
        List<Evidence> evidence,
        boolean sessionRemoved,
        List<String> leftBehind,
        List<PhaseRecord> phases,
        @Nullable AzureError azure,
        @Nullable String verdict,
        List<Finding> findings,
        String next) {

    /** @param remark what came of it, for people; empty while it runs */
    public record PhaseRecord(
            Phase name, Instant startedAt, @Nullable Instant endedAt, String remark) {}
}
