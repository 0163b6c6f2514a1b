package dev.nightcap.workflows.capture;

import io.temporal.activity.ActivityOptions;
import io.temporal.common.RetryOptions;
import io.temporal.workflow.Workflow;
import java.time.Duration;

/**
 * The ports as activities. A step that waits or cleans up has no bound in time here: its order says until when it may
 * go on, and at least one attempt is made, also by a worker that was away for long. A ScheduleToClose would count that
 * absence, and would end a step at once whose next look lies behind it.
 */
final class Steps {
    /** Above the time-out of one HTTP call, so that an attempt never outlives its own request. */
    private static final Duration CALL = Duration.ofSeconds(30);

    private static final Duration LONG_READ = Duration.ofHours(1);
    private static final Duration READ_HEARTBEAT = Duration.ofSeconds(30);
    private static final int READ_ATTEMPTS = 10;

    /**
     * After a lost attempt. The distance does not grow: the number of attempts says nothing here, because each look at
     * a running capture is one. Servers of before mid-2024 bound the delay that an attempt asks for by the maximum
     * interval, so it lies beyond the longest limit.
     */
    private static final RetryOptions STEADY = RetryOptions.newBuilder()
            .setInitialInterval(Duration.ofSeconds(3))
            .setBackoffCoefficient(1.0)
            .setMaximumInterval(Duration.ofDays(8))
            .build();

    private Steps() {}

    static Sessions sessions(String summary) {
        return Workflow.newActivityStub(Sessions.class, call(summary));
    }

    static EvidenceStore store(String summary) {
        return Workflow.newActivityStub(EvidenceStore.class, call(summary));
    }

    static Announcements announcements(String summary) {
        return Workflow.newActivityStub(Announcements.class, call(summary));
    }

    static EvidenceReader reader(String summary) {
        return Workflow.newActivityStub(
                EvidenceReader.class,
                ActivityOptions.newBuilder()
                        .setTaskQueue(NetworkCapture.READ_TASK_QUEUE)
                        .setStartToCloseTimeout(LONG_READ)
                        .setHeartbeatTimeout(READ_HEARTBEAT)
                        .setRetryOptions(RetryOptions.newBuilder()
                                .setInitialInterval(Duration.ofSeconds(2))
                                .setMaximumInterval(Duration.ofMinutes(1))
                                .setMaximumAttempts(READ_ATTEMPTS)
                                .build())
                        .setSummary(summary)
                        .build());
    }

    private static ActivityOptions call(String summary) {
        return ActivityOptions.newBuilder()
                .setStartToCloseTimeout(CALL)
                .setRetryOptions(STEADY)
                .setSummary(summary)
                .build();
    }
}
