package dev.nightcap.receiver.policy;

import dev.nightcap.workflows.capture.CaptureLimits;
import dev.nightcap.workflows.capture.CapturePolicy;
import dev.nightcap.workflows.capture.Destination;
import dev.nightcap.workflows.capture.PacketFilter;
import dev.nightcap.workflows.target.ResourceId;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What an alert gets when it asks for nothing else, and what it may ask for.
 *
 * @param limits of a capture; a seven-field payload's {@code timeLimit} takes the place of the duration
 * @param filters none means every packet
 * @param destination used unless the payload names a storage account; null where there is none, so that only
 *     payloads that name one can start a capture
 * @param installation by which our sessions are told from other people's
 * @param allowedSubscriptions GUIDs of subscriptions whose resources may be captured; empty means all
 * @param allowedStorage storage accounts that a payload may name; empty means all
 */
public record PolicyConfig(
        CaptureLimits limits,
        List<PacketFilter> filters,
        @Nullable Destination destination,
        CapturePolicy policy,
        String installation,
        Set<String> allowedSubscriptions,
        Set<ResourceId> allowedStorage) {
    /** Of a capture whose alert and configuration say nothing: 5 minutes. */
    public static final Duration DEFAULT_DURATION = Duration.ofMinutes(5);

    public PolicyConfig {
        filters = List.copyOf(filters);
        allowedSubscriptions = allowedSubscriptions.stream()
                .map(id -> id.toLowerCase(Locale.ROOT))
                .collect(Collectors.toUnmodifiableSet());
        allowedStorage = Set.copyOf(allowedStorage);
    }

    /** Five minutes of whole packets, no bounds on who may be captured. */
    public static PolicyConfig of(@Nullable Destination destination, String installation) {
        return new PolicyConfig(
                CaptureLimits.lasting(DEFAULT_DURATION),
                List.of(),
                destination,
                CapturePolicy.DEFAULT,
                installation,
                Set.of(),
                Set.of());
    }

    boolean allowsSubscription(String subscription) {
        return allowedSubscriptions.isEmpty() || allowedSubscriptions.contains(subscription);
    }

    boolean allowsStorage(ResourceId account) {
        return allowedStorage.isEmpty() || allowedStorage.contains(account);
    }
}
