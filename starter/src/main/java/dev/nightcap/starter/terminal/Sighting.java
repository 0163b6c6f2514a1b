package dev.nightcap.starter.terminal;

import dev.nightcap.workflows.capture.CaptureProgress;
import dev.nightcap.workflows.capture.CaptureRequest;
import dev.nightcap.workflows.capture.CaptureResult;
import dev.nightcap.workflows.capture.Phase;
import dev.nightcap.workflows.capture.Progress;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a capture at a moment.
 *
 * @param id the public id
 * @param progress as its worker last told it; null as long as none has
 * @param looking what the step that runs is waiting for
 * @param trouble what keeps us from knowing more, in words; null if nothing does
 * @param result once it has ended
 * @param joined whether this command found it running already
 */
public record Sighting(
        String id,
        String runId,
        CaptureRequest request,
        @Nullable CaptureProgress progress,
        @Nullable Progress looking,
        @Nullable String trouble,
        @Nullable CaptureResult result,
        boolean joined) {
    public boolean hasEnded() {
        return result != null;
    }

    /** All that were entered so far but the last, {@link Phase#ENDED}, in which nothing happens. */
    public List<CaptureResult.PhaseRecord> phases() {
        List<CaptureResult.PhaseRecord> told = progress == null ? List.of() : progress.phases();
        List<CaptureResult.PhaseRecord> kept = result == null ? List.of() : result.phases();
        return (kept.size() >= told.size() ? kept : told)
                .stream().filter(phase -> phase.name() != Phase.ENDED).toList();
    }

    /** The same capture, as far as what people or programs are told goes. */
    public boolean tellsTheSameAs(@Nullable Sighting other) {
        return other != null
                && Objects.equals(phases(), other.phases())
                && Objects.equals(result, other.result)
                && Objects.equals(trouble, other.trouble);
    }

    public Sighting inTrouble(@Nullable String words) {
        return new Sighting(id, runId, request, progress, looking, words, result, joined);
    }

    public Sighting joinedIf(boolean found) {
        return new Sighting(id, runId, request, progress, looking, trouble, result, found);
    }
}
