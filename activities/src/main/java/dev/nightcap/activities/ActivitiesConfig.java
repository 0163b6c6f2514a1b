package dev.nightcap.activities;

import dev.nightcap.activities.azure.AzureConnection;
import dev.nightcap.activities.channels.ChannelConfig;
import dev.nightcap.activities.watcher.AllowedScope;
import dev.nightcap.activities.watcher.WatcherSessions;
import java.util.Map;
import java.util.Set;

/**
 * What a worker needs to know to do its work.
 *
 * @param allowed its list of channels is not asked: the names of {@code channels} are
 * @param channels by name, beside the log
 * @param sessionLimit for each region of a subscription
 */
public record ActivitiesConfig(
        AzureConnection azure, AllowedScope allowed, Map<String, ChannelConfig> channels, int sessionLimit) {
    /** @throws IllegalArgumentException if the session limit is not positive */
    public ActivitiesConfig {
        channels = Map.copyOf(channels);
        allowed = new AllowedScope(allowed.subscriptions(), allowed.storageAccounts(), Set.copyOf(channels.keySet()));
        if (sessionLimit < 1) {
            throw new IllegalArgumentException("the session limit is at least 1, not " + sessionLimit);
        }
    }

    /** Anything may be captured, and only the log is told. */
    public static ActivitiesConfig of(AzureConnection azure) {
        return new ActivitiesConfig(azure, AllowedScope.anything(), Map.of(), WatcherSessions.SESSION_LIMIT);
    }
}
