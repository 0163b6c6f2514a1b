package dev.nightcap.starter.config;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that the profile file and the environment say, with defaults for what they do not.
 *
 * @param simulator in whose place of Azure everything is to be sent; null means Azure itself
 */
public record Config(
        CaptureDefaults capture,
        List<Channel> channels,
        Allowed allowed,
        ReceiverSettings receiver,
        WorkerSettings worker,
        @Nullable SimulatorState simulator) {
    public Config {
        channels = List.copyOf(channels);
    }
}
