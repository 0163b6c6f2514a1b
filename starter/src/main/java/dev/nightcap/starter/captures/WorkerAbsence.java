package dev.nightcap.starter.captures;

import com.google.protobuf.Timestamp;
import io.temporal.api.enums.v1.PendingActivityState;
import io.temporal.api.enums.v1.PendingWorkflowTaskState;
import io.temporal.api.workflow.v1.PendingActivityInfo;
import io.temporal.api.workflowservice.v1.DescribeWorkflowExecutionResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/** Tells by the work that nobody takes that no worker runs. Pure. */
final class WorkerAbsence {
    /** A worker takes what is due within milliseconds; so long a wait means that there is none. */
    static final Duration SUSPICIOUS = Duration.ofSeconds(10);

    private WorkerAbsence() {}

    /** For how long work has been due that nobody took; nothing if that is not suspicious. */
    static Optional<Duration> of(DescribeWorkflowExecutionResponse run, Instant now) {
        Stream<Timestamp> task = run.hasPendingWorkflowTask()
                        && run.getPendingWorkflowTask().getState()
                                == PendingWorkflowTaskState.PENDING_WORKFLOW_TASK_STATE_SCHEDULED
                ? Stream.of(run.getPendingWorkflowTask().getScheduledTime())
                : Stream.empty();
        Stream<Timestamp> activities = run.getPendingActivitiesList().stream()
                .filter(activity -> activity.getState() == PendingActivityState.PENDING_ACTIVITY_STATE_SCHEDULED)
                .map(WorkerAbsence::due);
        return Stream.concat(task, activities)
                .map(due -> Duration.between(Instant.ofEpochSecond(due.getSeconds(), due.getNanos()), now))
                .max(Duration::compareTo)
                .filter(overdue -> overdue.compareTo(SUSPICIOUS) >= 0);
    }

    private static Timestamp due(PendingActivityInfo activity) {
        return activity.hasNextAttemptScheduleTime()
                ? activity.getNextAttemptScheduleTime()
                : activity.getScheduledTime();
    }
}
