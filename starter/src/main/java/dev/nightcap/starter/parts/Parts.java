package dev.nightcap.starter.parts;

import dev.nightcap.activities.Activities;
import dev.nightcap.activities.ActivitiesConfig;
import dev.nightcap.activities.azure.AzureAccess;
import dev.nightcap.activities.azure.AzureConnection;
import dev.nightcap.activities.channels.ChannelConfig;
import dev.nightcap.activities.storage.BlobFiles;
import dev.nightcap.activities.watcher.AllowedScope;
import dev.nightcap.activities.watcher.WatcherSessions;
import dev.nightcap.receiver.policy.AlertPolicy;
import dev.nightcap.receiver.policy.PolicyConfig;
import dev.nightcap.starter.config.CaptureDefaults;
import dev.nightcap.starter.config.Channel;
import dev.nightcap.starter.config.Config;
import dev.nightcap.starter.config.SimulatorState;
import dev.nightcap.starter.download.EvidenceDownload;
import dev.nightcap.worker.Worker;
import dev.nightcap.worker.WorkerConfig;
import dev.nightcap.worker.WorkerMetrics;
import dev.nightcap.workflows.capture.Destination;
import io.temporal.client.WorkflowClient;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes the parts of a process out of its configuration. Nothing is started yet. */
public final class Parts {
    private Parts() {}

    /**
     * A worker on Azure, or on the simulator where the configuration names one.
     *
     * @param environment in which secrets may stand
     */
    public static Worker worker(
            Config config, Map<String, String> environment, WorkflowClient client, WorkerMetrics metrics) {
        Activities activities = Activities.of(
                new ActivitiesConfig(
                        azure(config.simulator()),
                        new AllowedScope(
                                config.allowed().subscriptions(),
                                config.allowed().storage(),
                                Set.of()),
                        channels(config, environment),
                        WatcherSessions.SESSION_LIMIT),
                client);
        int port = config.worker().metricsPort();
        WorkerConfig size = WorkerConfig.defaults();
        return new Worker(port < 0 ? size : size.withMetricsPort(port), client, activities, metrics);
    }

    /** A real credential is never sent to a simulator: its connection knows none. */
    public static AzureConnection azure(@Nullable SimulatorState simulator) {
        return simulator == null
                ? new AzureConnection.PublicCloud()
                : new AzureConnection.Simulator(
                        URI.create(simulator.arm()),
                        URI.create(simulator.blob()),
                        Path.of(simulator.ca()),
                        simulator.accountKey(),
                        simulator.tenant());
    }

    /** Evidence, read with the credential of whoever runs this. */
    public static EvidenceDownload downloads(Config config) {
        BlobFiles blobs = new BlobFiles(AzureAccess.open(azure(config.simulator())));
        return blobs::open;
    }

    private static Map<String, ChannelConfig> channels(Config config, Map<String, String> environment) {
        Map<String, ChannelConfig> channels = new HashMap<>();
        for (Channel channel : config.channels()) {
            channels.put(channel.name(), new ChannelConfig.Webhook(address(channel, environment)));
        }
        return channels;
    }

    private static URI address(Channel channel, Map<String, String> environment) {
        String secret = channel.url().read(environment);
        try {
            return URI.create(secret);
        } catch (IllegalArgumentException e) {
            // Not as its cause: that one's text holds the address.
            throw new IllegalArgumentException("the address of channel " + channel.name() + " is no address");
        }
    }

    /** What alerts get and may ask for. */
    public static AlertPolicy policy(Config config) {
        CaptureDefaults capture = config.capture();
        return new AlertPolicy(new PolicyConfig(
                capture.limits(),
                capture.filters(),
                capture.storage().isEmpty() ? null : Destination.byRegion(capture.storage()),
                capture.policy(),
                capture.installation(),
                config.allowed().subscriptions(),
                config.allowed().storage()));
    }
}
