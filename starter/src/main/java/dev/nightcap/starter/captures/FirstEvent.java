package dev.nightcap.starter.captures;

import io.temporal.api.common.v1.WorkflowExecution;
import io.temporal.api.workflowservice.v1.GetWorkflowExecutionHistoryRequest;
import java.util.Objects;
import java.util.Optional;

/** What a run was started with, from its first event: needs no worker. */
final class FirstEvent {
    private final Temporal temporal;

    FirstEvent(Temporal temporal) {
        this.temporal = temporal;
    }

    <T> T input(WorkflowExecution run, Class<T> type) {
        var first = temporal.stubs()
                .blockingStub()
                .getWorkflowExecutionHistory(GetWorkflowExecutionHistoryRequest.newBuilder()
                        .setNamespace(temporal.namespace())
                        .setExecution(run)
                        .setMaximumPageSize(1)
                        .build())
                .getHistory()
                .getEvents(0);
        return Objects.requireNonNull(temporal.client()
                .getOptions()
                .getDataConverter()
                .fromPayloads(
                        0,
                        Optional.of(first.getWorkflowExecutionStartedEventAttributes()
                                .getInput()),
                        type,
                        type));
    }
}
