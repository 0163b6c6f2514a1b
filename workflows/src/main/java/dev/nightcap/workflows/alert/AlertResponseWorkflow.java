package dev.nightcap.workflows.alert;

import dev.nightcap.workflows.capture.CaptureRequest;
import io.temporal.workflow.Async;
import io.temporal.workflow.Promise;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInit;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Decides about each target of an alert, side by side, and keeps the record. */
public final class AlertResponseWorkflow implements AlertResponse {
    private final Order order;
    private final Instant receivedAt = Instant.ofEpochMilli(Workflow.currentTimeMillis());
    private final List<TargetDecision> decided = new ArrayList<>();

    @WorkflowInit
    public AlertResponseWorkflow(Order order) {
        this.order = order;
    }

    @Override
    public Decision respond(Order asked) {
        List<Promise<TargetDecision>> decisions = new ArrayList<>();
        for (CaptureRequest capture : order.captures()) {
            decisions.add(Async.function(() -> keep(new TargetResponse(capture).decide())));
        }
        Promise.allOf(decisions).get();
        return decision();
    }

    private TargetDecision keep(TargetDecision decision) {
        decided.add(decision);
        Workflow.setCurrentDetails(DecisionPage.of(decision()));
        return decision;
    }

    @Override
    public Decision decision() {
        return new Decision(order.alert(), receivedAt, List.copyOf(decided));
    }
}
