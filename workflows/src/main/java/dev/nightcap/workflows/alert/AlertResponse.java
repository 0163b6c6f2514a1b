package dev.nightcap.workflows.alert;

import dev.nightcap.workflows.capture.CaptureRequest;
import io.temporal.workflow.QueryMethod;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;
import java.util.List;

/**
 * The durable record of what was decided about one alert, target by target. Its workflow id derives from the delivery
 * key and is never reused, so that a duplicate delivery starts nothing and finds the first decision.
 */
@WorkflowInterface
public interface AlertResponse {
    @WorkflowMethod
    Decision respond(Order order);

    /** The decision as far as it is made. */
    @QueryMethod
    Decision decision();

    /** @param captures one for each target of the alert, by the policy of the receiver that took it */
    record Order(Alert alert, List<CaptureRequest> captures) {}
}
