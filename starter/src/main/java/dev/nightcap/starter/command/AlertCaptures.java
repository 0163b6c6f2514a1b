package dev.nightcap.starter.command;

import dev.nightcap.starter.captures.CaptureRef;
import dev.nightcap.workflows.alert.Decision;
import dev.nightcap.workflows.alert.TargetDecision.Action;
import java.util.List;

/** The captures that a decision speaks of. */
final class AlertCaptures {
    private AlertCaptures() {}

    static List<CaptureRef> of(Decision decision, Action... actions) {
        List<Action> wanted = List.of(actions);
        return decision.targets().stream()
                .filter(target -> wanted.contains(target.action()))
                .map(target -> new CaptureRef(target.captureId(), target.runId()))
                .toList();
    }
}
