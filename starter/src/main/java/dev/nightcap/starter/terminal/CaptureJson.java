package dev.nightcap.starter.terminal;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.nightcap.workflows.capture.AzureError;
import dev.nightcap.workflows.capture.CaptureRequest;
import dev.nightcap.workflows.capture.CaptureResult;
import dev.nightcap.workflows.capture.Evidence;
import dev.nightcap.workflows.capture.Outcome;
import dev.nightcap.workflows.capture.PacketFilter;
import dev.nightcap.workflows.capture.Phase;
import dev.nightcap.workflows.capture.Reason;
import dev.nightcap.workflows.capture.StopReason;
import dev.nightcap.workflows.target.ResourceId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A capture as programs read it. While it runs, {@code outcome} is null. */
@JsonPropertyOrder({
    "schemaVersion",
    "id",
    "runId",
    "target",
    "kind",
    "trigger",
    "alertId",
    "requestedBy",
    "request",
    "joined",
    "outcome",
    "reason",
    "sentence",
    "stopReason",
    "sessionId",
    "storagePath",
    "evidence",
    "sessionRemoved",
    "phases",
    "azure",
    "verdict",
    "next"
})
public record CaptureJson(
        int schemaVersion,
        String id,
        String runId,
        ResourceId target,
        String kind,
        String trigger,
        @Nullable String alertId,
        String requestedBy,
        Asked request,
        boolean joined,
        @Nullable Outcome outcome,
        @Nullable Reason reason,
        @Nullable String sentence,
        @Nullable StopReason stopReason,
        @Nullable String sessionId,
        @Nullable String storagePath,
        List<Evidence> evidence,
        @Nullable Boolean sessionRemoved,
        List<Entered> phases,
        @Nullable AzureError azure,
        @Nullable String verdict,
        String next) {
    public static final int VERSION = 1;

    /**
     * What was asked for.
     *
     * @param storageAccount null where the account of the target's region is taken, or none
     */
    public record Asked(
            long durationSeconds,
            long totalBytes,
            long bytesPerPacket,
            List<String> filters,
            @Nullable ResourceId storageAccount,
            @Nullable String filePath,
            @Nullable String reason) {
        public static Asked of(CaptureRequest request) {
            return new Asked(
                    request.limits().duration().toSeconds(),
                    request.limits().totalBytes(),
                    request.limits().bytesPerPacket(),
                    request.filters().stream().map(PacketFilter::toString).toList(),
                    request.destination().storageAccount(),
                    request.destination().filePath(),
                    request.askedBy().reason());
        }
    }

    /** A phase that was entered. */
    public record Entered(
            Phase name, Instant startedAt, @Nullable Instant endedAt) {}

    public static CaptureJson of(Sighting capture) {
        CaptureRequest request = capture.request();
        CaptureResult result = capture.result();
        String pathSoFar =
                capture.progress() == null ? null : capture.progress().storagePath();
        return new CaptureJson(
                VERSION,
                capture.id(),
                capture.runId(),
                request.target().id(),
                request.target().kindName(),
                request.askedBy().trigger(),
                request.askedBy().alertId(),
                request.askedBy().name(),
                Asked.of(request),
                capture.joined(),
                result == null ? null : result.outcome(),
                result == null ? null : result.reason(),
                result == null ? null : result.sentence(),
                result == null ? null : result.stopReason(),
                result == null ? null : result.sessionId(),
                result == null ? pathSoFar : result.storagePath(),
                result == null ? List.of() : result.evidence(),
                result == null ? null : result.sessionRemoved(),
                capture.phases().stream()
                        .map(phase -> new Entered(phase.name(), phase.startedAt(), phase.endedAt()))
                        .toList(),
                result == null ? null : result.azure(),
                result == null ? null : result.verdict(),
                result == null ? "nightcap watch " + capture.id() : result.next());
    }
}
