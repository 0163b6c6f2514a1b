package dev.nightcap.receiver.policy;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.nightcap.workflows.target.ResourceId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A plan as programs read it.
 *
 * @param decision {@code start}, {@code ignore}, {@code reject} or {@code handshake}
 * @param reason null of a start and a handshake
 * @param pointer JSON pointer of what is at fault in a rejected body
 */
@JsonPropertyOrder({"file", "schema", "decision", "reason", "targets", "pointer", "sentence"})
public record PlanDocument(
        String file,
        String schema,
        String decision,
        @Nullable String reason,
        List<ResourceId> targets,
        @Nullable String pointer,
        String sentence) {
    public PlanDocument {
        targets = List.copyOf(targets);
    }

    public static PlanDocument of(String file, Plan plan) {
        if (plan instanceof Plan.Start start) {
            return new PlanDocument(file, start.schema(), "start", null, start.targets(), null, start.sentence());
        }
        if (plan instanceof Plan.Ignore ignore) {
            return new PlanDocument(
                    file, ignore.schema(), "ignore", ignore.reason(), ignore.targets(), null, ignore.sentence());
        }
        if (plan instanceof Plan.Reject reject) {
            return new PlanDocument(
                    file,
                    reject.schema(),
                    "reject",
                    reject.reason(),
                    List.of(),
                    reject.pointer(),
                    reject.sentence() + "; " + reject.fix());
        }
        return new PlanDocument(file, plan.schema(), "handshake", null, List.of(), null, plan.sentence());
    }
}
