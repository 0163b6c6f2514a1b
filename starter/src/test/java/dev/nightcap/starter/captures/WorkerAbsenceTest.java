package dev.nightcap.starter.captures;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Timestamp;
import dev.nightcap.starter.Samples;
import io.temporal.api.enums.v1.PendingActivityState;
import io.temporal.api.enums.v1.PendingWorkflowTaskState;
import io.temporal.api.workflow.v1.PendingActivityInfo;
import io.temporal.api.workflow.v1.PendingWorkflowTaskInfo;
import io.temporal.api.workflowservice.v1.DescribeWorkflowExecutionResponse;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class WorkerAbsenceTest {
    @Test
    void work_that_nobody_takes_is_noticed_after_ten_seconds() {
        DescribeWorkflowExecutionResponse run = DescribeWorkflowExecutionResponse.newBuilder()
                .setPendingWorkflowTask(PendingWorkflowTaskInfo.newBuilder()
                        .setState(PendingWorkflowTaskState.PENDING_WORKFLOW_TASK_STATE_SCHEDULED)
                        .setScheduledTime(second(0)))
                .build();

        assertThat(WorkerAbsence.of(run, Samples.at(9.9))).isEmpty();
        assertThat(WorkerAbsence.of(run, Samples.at(12))).contains(Duration.ofSeconds(12));
    }

    @Test
    void a_look_that_is_not_due_yet_is_nobodys_absence() {
        DescribeWorkflowExecutionResponse run = waiting(PendingActivityState.PENDING_ACTIVITY_STATE_SCHEDULED, 600);

        assertThat(WorkerAbsence.of(run, Samples.at(300))).isEmpty();
        assertThat(WorkerAbsence.of(run, Samples.at(620))).contains(Duration.ofSeconds(20));
    }

    @Test
    void a_step_that_runs_long_is_nobodys_absence() {
        DescribeWorkflowExecutionResponse run = waiting(PendingActivityState.PENDING_ACTIVITY_STATE_STARTED, 0);

        assertThat(WorkerAbsence.of(run, Samples.at(300))).isEmpty();
    }

    private static DescribeWorkflowExecutionResponse waiting(PendingActivityState state, long due) {
        return DescribeWorkflowExecutionResponse.newBuilder()
                .addPendingActivities(PendingActivityInfo.newBuilder()
                        .setState(state)
                        .setScheduledTime(second(0))
                        .setNextAttemptScheduleTime(second(due)))
                .build();
    }

    private static Timestamp second(long seconds) {
        return Timestamp.newBuilder()
                .setSeconds(Samples.START.getEpochSecond() + seconds)
                .build();
    }
}
