package dev.nightcap.starter.captures;

import dev.nightcap.starter.terminal.Complaint;
import dev.nightcap.workflows.capture.Visibility;
import dev.nightcap.workflows.target.CaptureId;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.temporal.client.WorkflowExecutionMetadata;
import io.temporal.common.SearchAttributes;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Captures as Temporal's columns have them: one call, no worker, newest first. */
public final class Listing {
    private final Temporal temporal;

    public Listing(Temporal temporal) {
        this.temporal = temporal;
    }

    /** @param phase {@code prepare}, {@code capturing}, {@code evidence} or {@code ended} */
    public record Row(
            String id,
            String runId,
            @Nullable String target,
            @Nullable String kind,
            @Nullable String trigger,
            @Nullable String alertRule,
            @Nullable String phase,
            @Nullable String outcome,
            Instant startedAt,
            @Nullable Instant endedAt) {}

    /** @param limit at most so many */
    public List<Row> captures(CaptureFilter filter, int limit) {
        try (Stream<WorkflowExecutionMetadata> runs = temporal.client().listExecutions(filter.query())) {
            return runs.limit(limit).map(Listing::row).toList();
        } catch (StatusRuntimeException e) {
            throw e.getStatus().getCode() == Status.Code.UNIMPLEMENTED ? cannotList(e) : e;
        }
    }

    /** Those of certain runs, as they were asked for. */
    public List<Row> runs(List<CaptureRef> refs) {
        Runs runs = new Runs(temporal);
        return refs.stream().map(runs::describe).map(Listing::row).toList();
    }

    static Complaint cannotList(StatusRuntimeException cause) {
        return Complaint.unreachable(
                "this Temporal server cannot list: it is the in-process one, for demonstrations",
                "nightcap temporal install puts a real one on this machine",
                cause);
    }

    private static Row row(WorkflowExecutionMetadata run) {
        SearchAttributes columns = run.getTypedSearchAttributes();
        return new Row(
                CaptureId.publicId(run.getExecution().getWorkflowId()),
                run.getExecution().getRunId(),
                columns.get(Visibility.TARGET),
                columns.get(Visibility.KIND),
                columns.get(Visibility.TRIGGER),
                columns.get(Visibility.ALERT_RULE),
                columns.get(Visibility.PHASE),
                columns.get(Visibility.OUTCOME),
                run.getStartTime(),
                run.getCloseTime());
    }
}
