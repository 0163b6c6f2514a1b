package dev.nightcap.receiver.policy;

import dev.nightcap.receiver.alerts.ArmIds;
import dev.nightcap.receiver.alerts.Reading.Candidate;
import dev.nightcap.workflows.target.ResourceId;
import dev.nightcap.workflows.target.Target;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a resource id of an alert is to us.
 *
 * @param pointer where it stands in the body
 * @param id null of an id that is well formed and names nothing that is captured
 * @param target null of what is captured by a later release
 */
record Aim(
        String pointer, @Nullable ResourceId id, @Nullable Target target) {
    private static final Set<String> LATER = Set.of("microsoft.web/sites", "microsoft.web/sites/slots");

    /** @throws IllegalArgumentException if the id is malformed; the message is safe to show */
    static Aim at(Candidate candidate) {
        String text = candidate.text() == null ? "" : candidate.text();
        ResourceId id;
        try {
            id = ResourceId.parse(text);
        } catch (IllegalArgumentException e) {
            if (ArmIds.isWellFormed(text) && !looksLikeTarget(text)) {
                return new Aim(candidate.pointer(), null, null);
            }
            throw e;
        }
        Target target = Target.of(id).orElse(null);
        return new Aim(candidate.pointer(), target != null || LATER.contains(id.type()) ? id : null, target);
    }

    /** A name that no target has makes the id of a target malformed, and that of anything else merely unusable. */
    private static boolean looksLikeTarget(String text) {
        return text.matches(
                "(?i)/subscriptions/[^/]+/resourceGroups/[^/]+/providers/"
                        + "(Microsoft\\.Compute/virtualMachine(ScaleSet)?s|Microsoft\\.Web/sites)/[^/]+(/(virtualMachines|slots)/[^/]+)?");
    }
}
