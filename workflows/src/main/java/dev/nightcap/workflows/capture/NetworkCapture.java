package dev.nightcap.workflows.capture;

import io.temporal.workflow.QueryMethod;
import io.temporal.workflow.SignalMethod;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;

/**
 * One capture of one target, from the looks before it to the message after it. At most one runs per target: the
 * workflow id derives from the target. Cancelling the workflow keeps nothing; {@link #stop} keeps the evidence.
 */
@WorkflowInterface
public interface NetworkCapture {
    /** Task queue of the story and of the calls to Azure. */
    String TASK_QUEUE = "nightcap";

    /** Task queue of the streaming of files, which can take long. */
    String READ_TASK_QUEUE = "nightcap-read";

    /** The type of the failure with which a run of outcome {@code failed} ends; its details are the result. */
    String FAILURE_TYPE = "CaptureFailed";

    @WorkflowMethod
    CaptureResult run(CaptureRequest request);

    /**
     * Ends early and keeps the evidence.
     *
     * @param by who asks
     */
    @SignalMethod
    void stop(String by);

    /** Another alert rule asked for the same target while packets were taken. Kept up to 50. */
    @SignalMethod
    void alsoAskedBy(Asker asker);

    /** Answered also after the end. */
    @QueryMethod
    CaptureProgress progress();
}
