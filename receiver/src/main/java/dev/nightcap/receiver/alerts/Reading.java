package dev.nightcap.receiver.alerts;

import dev.nightcap.workflows.target.ResourceId;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a body says, whatever schema it came in. */
public sealed interface Reading {
    String schema();

    /** Event Grid asks whether we want its events; the code is the answer. */
    record Handshake(String schema, String code) implements Reading {}

    /** Nothing is to be done, whatever it is about. */
    record Idle(String schema, String reason, String sentence) implements Reading {}

    /**
     * Something fired.
     *
     * @param azureId Azure's own id of the alert or event
     * @param key tells this news from all other of its schema, before targets are added; null where the schema has
     *     nothing that does
     * @param targets resource ids as they were written, not yet judged
     * @param mayLackTarget whether this kind of alert is about no resource by its nature
     * @param dimensionTargets of log alerts: resource ids that stand in for a target that cannot be captured
     * @param mentioned resource ids and subscriptions by which a test notification is known
     * @param wish what the sender asks for beside the target
     */
    record News(
            String schema,
            @Nullable String azureId,
            @Nullable String key,
            @Nullable String rule,
            @Nullable String severity,
            @Nullable String firedAt,
            @Nullable String description,
            List<Candidate> targets,
            boolean mayLackTarget,
            List<Candidate> dimensionTargets,
            List<String> mentioned,
            @Nullable Wish wish)
            implements Reading {
        public News {
            targets = List.copyOf(targets);
            dimensionTargets = List.copyOf(dimensionTargets);
            mentioned = List.copyOf(mentioned);
        }
    }

    /** @param text null where the body has something else than a text there */
    record Candidate(String pointer, @Nullable String text) {}

    /**
     * The limits that a seven-field payload carries.
     *
     * @param namePrefix becomes the first part of the session's name
     */
    record Wish(Duration duration, Candidate storage, ResourceId storageAccount, String namePrefix) {}
}
