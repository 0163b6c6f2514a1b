package dev.nightcap.starter.command;

import dev.nightcap.receiver.policy.PolicyConfig;
import dev.nightcap.starter.config.CaptureDefaults;
import dev.nightcap.starter.config.Config;
import dev.nightcap.workflows.capture.Destination;

/** From the configuration to what the receiver may start, and how. */
public final class ReceiverPolicy {
    private ReceiverPolicy() {}

    public static PolicyConfig of(Config config) {
        CaptureDefaults capture = config.capture();
        return new PolicyConfig(
                capture.limits(),
                capture.filters(),
                capture.storage().isEmpty() ? null : Destination.byRegion(capture.storage()),
                capture.policy(),
                capture.installation(),
                config.allowed().subscriptions(),
                config.allowed().storage());
    }
}
