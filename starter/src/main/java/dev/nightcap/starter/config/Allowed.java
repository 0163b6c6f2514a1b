package dev.nightcap.starter.config;

import dev.nightcap.workflows.target.ResourceId;
import java.util.Set;

/**
 * What may be captured, and into which accounts.
 *
 * @param subscriptions GUIDs in lower case; empty means all
 * @param storage empty means all
 */
public record Allowed(Set<String> subscriptions, Set<ResourceId> storage) {
    public Allowed {
        subscriptions = Set.copyOf(subscriptions);
        storage = Set.copyOf(storage);
    }
}
