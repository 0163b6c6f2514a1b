package dev.nightcap.worker;

import dev.nightcap.workflows.alert.AlertResponseWorkflow;
import dev.nightcap.workflows.capture.NetworkCapture;
import dev.nightcap.workflows.capture.NetworkCaptureWorkflow;
import io.temporal.client.WorkflowClient;
import io.temporal.worker.WorkerFactory;
import io.temporal.worker.WorkerFactoryOptions;
import io.temporal.worker.WorkerOptions;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Polls both task queues. Several workers share the work by polling them; nothing is kept here that another could not
 * go on with.
 */
public final class Worker implements AutoCloseable {
    /** Histories are short, so replaying one costs less than keeping it in memory. */
    private static final int CACHED_WORKFLOWS = 100;

    private static final int STEPS_AT_ONCE = 50;
    private static final int READS_AT_ONCE = 4;
    private static final Logger LOG = LoggerFactory.getLogger(Worker.class);

    private final WorkerConfig config;
    private final WorkflowClient client;
    private final WorkerFactory factory;
    private final Metrics metrics;
    private @Nullable Monitoring monitoring;

    /**
     * @param metrics whose scope the client's stubs report to
     * @param steps the ports of the task queue {@value NetworkCapture#TASK_QUEUE}
     * @param reading the ports of the task queue {@value NetworkCapture#READ_TASK_QUEUE}
     */
    public Worker(WorkerConfig config, WorkflowClient client, Metrics metrics, List<?> steps, List<?> reading) {
        this.config = config;
        this.client = client;
        this.metrics = metrics;
        this.factory = WorkerFactory.newInstance(
                client,
                WorkerFactoryOptions.newBuilder()
                        .setWorkflowCacheSize(CACHED_WORKFLOWS)
                        .build());
        io.temporal.worker.Worker story = factory.newWorker(NetworkCapture.TASK_QUEUE, slots(STEPS_AT_ONCE));
        story.registerWorkflowImplementationTypes(NetworkCaptureWorkflow.class, AlertResponseWorkflow.class);
        story.registerActivitiesImplementations(steps.toArray());
        factory.newWorker(NetworkCapture.READ_TASK_QUEUE, slots(READS_AT_ONCE))
                .registerActivitiesImplementations(reading.toArray());
    }

    private static WorkerOptions slots(int activities) {
        return WorkerOptions.newBuilder()
                .setMaxConcurrentActivityExecutionSize(activities)
                .build();
    }

    /**
     * Begins to poll.
     *
     * @throws IllegalStateException if the namespace lacks our search attributes and does not let us add them; the
     *     message holds the commands that do
     */
    public void start() {
        SearchAttributes.ensure(
                client.getWorkflowServiceStubs(), client.getOptions().getNamespace());
        factory.start();
        config.monitoringPort()
                .ifPresent(port -> monitoring = Monitoring.start(port, metrics, () -> !factory.isShutdown()));
        LOG.info("polling {} and {}", NetworkCapture.TASK_QUEUE, NetworkCapture.READ_TASK_QUEUE);
    }

    /** Where health and metrics are served, once started. */
    public Optional<URI> monitoring() {
        return Optional.ofNullable(monitoring).map(Monitoring::address);
    }

    /** Takes no more steps, waits for those under way, gives up on what is left after the grace. */
    @Override
    public void close() {
        factory.shutdown();
        factory.awaitTermination(config.grace().toMillis(), TimeUnit.MILLISECONDS);
        factory.shutdownNow();
        if (monitoring != null) {
            monitoring.close();
        }
    }
}
