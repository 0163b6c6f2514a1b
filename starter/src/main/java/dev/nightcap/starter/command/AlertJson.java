package dev.nightcap.starter.command;

import dev.nightcap.starter.terminal.CaptureJson;
import dev.nightcap.workflows.alert.Decision;
import dev.nightcap.workflows.alert.TargetDecision;
import dev.nightcap.workflows.alert.TargetDecision.Action;
import dev.nightcap.workflows.target.ResourceId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An alert with the decision about it, as programs read it. */
record AlertJson(
        int schemaVersion,
        String id,
        String schema,
        @Nullable String azureId,
        @Nullable String rule,
        @Nullable String severity,
        @Nullable String firedAt,
        Instant receivedAt,
        String decision,
        boolean complete,
        List<Told> targets) {
    static AlertJson of(Decision decision) {
        return new AlertJson(
                CaptureJson.VERSION,
                decision.alert().id(),
                decision.alert().schema(),
                decision.alert().azureId(),
                decision.alert().rule(),
                decision.alert().severity(),
                decision.alert().firedAt(),
                decision.receivedAt(),
                "start",
                decision.targets().size() >= decision.alert().targets().size(),
                decision.targets().stream().map(Told::of).toList());
    }

    record Told(
            ResourceId target,
            Action action,
            String captureId,
            @Nullable String runId,
            @Nullable Instant until,
            String sentence) {
        static Told of(TargetDecision decision) {
            return new Told(
                    decision.target().id(),
                    decision.action(),
                    decision.captureId(),
                    decision.runId(),
                    decision.until(),
                    decision.sentence());
        }
    }
}
