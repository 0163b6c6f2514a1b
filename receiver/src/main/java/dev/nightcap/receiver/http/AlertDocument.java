package dev.nightcap.receiver.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.nightcap.receiver.policy.Plan.Ignore;
import dev.nightcap.workflows.alert.Alert;
import dev.nightcap.workflows.alert.AlertResponse.Order;
import dev.nightcap.workflows.alert.Decision;
import dev.nightcap.workflows.alert.TargetDecision;
import dev.nightcap.workflows.capture.CaptureProgress;
import dev.nightcap.workflows.target.CaptureId;
import dev.nightcap.workflows.target.ResourceId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is told of an alert.
 *
 * @param decision {@code start} or {@code ignore}
 * @param reason a stable word, of an ignored alert
 * @param duplicate of an answer to a delivery: whether an earlier one had been accepted
 * @param complete whether every target has its decision
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record AlertDocument(
        int schemaVersion,
        @Nullable Alert alert,
        String schema,
        String decision,
        @Nullable String reason,
        @Nullable Boolean duplicate,
        @Nullable Instant receivedAt,
        @Nullable Boolean complete,
        List<Capture> captures,
        @Nullable String sentence) {
    private static final int VERSION = 1;

    static AlertDocument accepted(Order order, boolean duplicate, String sentence) {
        List<Capture> captures = order.captures().stream()
                .map(request -> Capture.of(
                        CaptureId.of(request.target()), request.target().id()))
                .toList();
        return start(order.alert(), duplicate, null, null, captures, sentence);
    }

    static AlertDocument of(Decision decision, @Nullable Boolean duplicate) {
        return of(
                decision,
                duplicate,
                decision.targets().stream()
                        .map(target -> Capture.of(target, null))
                        .toList());
    }

    static AlertDocument of(Decision decision, @Nullable Boolean duplicate, List<Capture> captures) {
        return start(decision.alert(), duplicate, decision.receivedAt(), isComplete(decision), captures, null);
    }

    static AlertDocument ignored(Ignore ignore) {
        return new AlertDocument(
                VERSION,
                null,
                ignore.schema(),
                "ignore",
                ignore.reason(),
                null,
                null,
                null,
                List.of(),
                ignore.sentence());
    }

    static boolean isComplete(Decision decision) {
        return decision.targets().size() >= decision.alert().targets().size();
    }

    private static AlertDocument start(
            Alert alert,
            @Nullable Boolean duplicate,
            @Nullable Instant receivedAt,
            @Nullable Boolean complete,
            List<Capture> captures,
            @Nullable String sentence) {
        return new AlertDocument(
                VERSION, alert, alert.schema(), "start", null, duplicate, receivedAt, complete, captures, sentence);
    }

    /** One target: what was decided, and how far its capture is. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Capture(
            String id,
            ResourceId target,
            @Nullable String action,
            @Nullable String runId,
            @Nullable Instant until,
            @Nullable String phase,
            @Nullable String storagePath,
            @Nullable String outcome,
            @Nullable String sentence) {
        static Capture of(String id, ResourceId target) {
            return new Capture(id, target, null, null, null, null, null, null, null);
        }

        static Capture of(TargetDecision decision, @Nullable CaptureProgress progress) {
            return new Capture(
                    decision.captureId(),
                    decision.target().id(),
                    decision.action().code(),
                    decision.runId(),
                    decision.until(),
                    progress == null ? null : progress.phase().code(),
                    progress == null ? null : progress.storagePath(),
                    progress == null || progress.result() == null
                            ? null
                            : progress.result().outcome().code(),
                    progress == null || progress.result() == null
                            ? decision.sentence()
                            : progress.result().sentence());
        }
    }
}
