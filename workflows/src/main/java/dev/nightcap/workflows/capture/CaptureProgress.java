package dev.nightcap.workflows.capture;

import dev.nightcap.workflows.capture.CaptureResult.PhaseRecord;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A capture as it stands, for those who watch.
 *
 * @param expectedEnd of the taking of packets; null before it began
 * @param stopRequestedBy who asked to stop early, if anybody did
 * @param result once it has ended
 */
public record CaptureProgress(
        CaptureRequest request,
        Phase phase,
        List<PhaseRecord> phases,
        @Nullable Instant expectedEnd,
        @Nullable String storagePath,
        @Nullable String stopRequestedBy,
        List<Asker> alsoAskedBy,
        @Nullable CaptureResult result) {}
