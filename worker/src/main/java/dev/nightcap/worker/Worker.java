package dev.nightcap.worker;

import dev.nightcap.activities.Activities;
import dev.nightcap.workflows.alert.AlertResponseWorkflow;
import dev.nightcap.workflows.capture.NetworkCapture;
import dev.nightcap.workflows.capture.NetworkCaptureWorkflow;
import io.temporal.client.WorkflowClient;
import io.temporal.worker.WorkerFactory;
import io.temporal.worker.WorkerFactoryOptions;
import io.temporal.worker.WorkerOptions;
import io.temporal.worker.tuning.PollerBehaviorAutoscaling;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Hosts the workflows and the activities on both task queues. The client stays its owner's. */
public final class Worker implements AutoCloseable {
    /** Histories stay short however long a capture takes, so that replaying one costs less than keeping it. */
    private static final int CACHED_WORKFLOWS = 100;

    private static final int WORKFLOW_THREADS = 300;
    private static final int MOST_POLLERS = 10;

    private final WorkerConfig config;
    private final WorkflowClient client;
    private final WorkerMetrics metrics;
    private final WorkerFactory factory;
    private @Nullable HealthServer health;

    /** @param metrics whose scope the client's service stubs were given */
    public Worker(WorkerConfig config, WorkflowClient client, Activities activities, WorkerMetrics metrics) {
        this.config = config;
        this.client = client;
        this.metrics = metrics;
        this.factory = WorkerFactory.newInstance(
                client,
                WorkerFactoryOptions.newBuilder()
                        .setWorkflowCacheSize(CACHED_WORKFLOWS)
                        .setMaxWorkflowThreadCount(WORKFLOW_THREADS)
                        .build());
        io.temporal.worker.Worker main = factory.newWorker(NetworkCapture.TASK_QUEUE, slots(config.calls()));
        main.registerWorkflowImplementationTypes(NetworkCaptureWorkflow.class, AlertResponseWorkflow.class);
        main.registerActivitiesImplementations(activities.onMainQueue().toArray());
        factory.newWorker(NetworkCapture.READ_TASK_QUEUE, slots(config.reads()))
                .registerActivitiesImplementations(activities.onReadQueue().toArray());
    }

    private static WorkerOptions slots(int activities) {
        return WorkerOptions.newBuilder()
                .setMaxConcurrentActivityExecutionSize(activities)
                .setWorkflowTaskPollersBehavior(new PollerBehaviorAutoscaling(2, MOST_POLLERS, 2))
                .setActivityTaskPollersBehavior(new PollerBehaviorAutoscaling(1, MOST_POLLERS, 2))
                .build();
    }

    /**
     * Takes up the work, once Temporal knows our search attributes.
     *
     * @throws SearchAttributesMissing with the commands that add them, where we may not
     * @throws UncheckedIOException if the metrics port is taken
     */
    public void start() {
        SearchAttributes.ensure(
                client.getWorkflowServiceStubs(), client.getOptions().getNamespace());
        if (config.metricsPort().isPresent()) {
            try {
                health = HealthServer.start(config.metricsPort().getAsInt(), this::isReady, metrics::scrape);
            } catch (IOException e) {
                throw new UncheckedIOException(
                        "the metrics port " + config.metricsPort().getAsInt() + " cannot be listened on", e);
            }
        }
        factory.start();
    }

    /** Whether it takes work. */
    public boolean isReady() {
        return factory.isStarted() && !factory.isShutdown();
    }

    /** Where metrics are served, if they are. */
    public OptionalInt metricsPort() {
        return health == null ? OptionalInt.empty() : OptionalInt.of(health.port());
    }

    /** Takes no more work, lets the steps in progress finish within the grace, and interrupts the rest. */
    @Override
    public void close() {
        factory.shutdown();
        factory.awaitTermination(config.grace().toMillis(), TimeUnit.MILLISECONDS);
        factory.shutdownNow();
        factory.awaitTermination(2, TimeUnit.SECONDS);
        if (health != null) {
            health.close();
        }
    }
}
