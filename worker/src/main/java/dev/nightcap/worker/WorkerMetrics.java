package dev.nightcap.worker;

import com.uber.m3.tally.RootScopeBuilder;
import com.uber.m3.tally.Scope;
import com.uber.m3.tally.ScopeCloseException;
import com.uber.m3.tally.StatsReporter;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.temporal.common.reporter.MicrometerClientStatsReporter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the Temporal SDK counts, in the words of Prometheus. Its scope belongs into the options of the service stubs. */
public final class WorkerMetrics implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(WorkerMetrics.class);
    private static final int REPORT_SECONDS = 5;

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final Scope scope;

    public WorkerMetrics() {
        StatsReporter reporter = new MicrometerClientStatsReporter(registry);
        this.scope = new RootScopeBuilder()
                .reporter(reporter)
                .reportEvery(com.uber.m3.util.Duration.ofSeconds(REPORT_SECONDS));
    }

    /** For {@code WorkflowServiceStubsOptions.Builder#setMetricsScope}. */
    public Scope scope() {
        return scope;
    }

    /** The text format of Prometheus. */
    public String scrape() {
        return registry.scrape();
    }

    @Override
    public void close() {
        try {
            scope.close();
        } catch (ScopeCloseException e) {
            LOG.debug("the last figures were not reported", e);
        } finally {
            registry.close();
        }
    }
}
