package dev.nightcap.starter.config;

import dev.nightcap.workflows.capture.CaptureLimits;
import dev.nightcap.workflows.capture.CapturePolicy;
import dev.nightcap.workflows.capture.PacketFilter;
import dev.nightcap.workflows.target.ResourceId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a capture gets where nobody says otherwise.
 *
 * @param subscription in which names of targets are looked for; a GUID
 * @param resourceGroup in which names of targets are looked for
 * @param storage accounts by region
 * @param policy with the channels that are told
 * @param installation by which our sessions are told from other people's
 */
public record CaptureDefaults(
        @Nullable String subscription,
        @Nullable String resourceGroup,
        Map<String, ResourceId> storage,
        CaptureLimits limits,
        List<PacketFilter> filters,
        CapturePolicy policy,
        String installation) {
    public CaptureDefaults {
        storage = Map.copyOf(storage);
        filters = List.copyOf(filters);
    }
}
