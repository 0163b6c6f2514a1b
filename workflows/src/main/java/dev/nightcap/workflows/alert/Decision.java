package dev.nightcap.workflows.alert;

import java.time.Instant;
import java.util.List;

/** What was decided about an alert; complete once every target has its entry. */
public record Decision(Alert alert, Instant receivedAt, List<TargetDecision> targets) {}
