package dev.nightcap.receiver.policy;

import dev.nightcap.workflows.alert.Alert;
import dev.nightcap.workflows.capture.CaptureRequest;
import dev.nightcap.workflows.target.ResourceId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is to be done about a body. */
public sealed interface Plan {
    /** By which schema it was read, {@code unknown} where none fits. */
    String schema();

    /** For people: what was decided and why. Holds no text of the body but names fit to be shown. */
    String sentence();

    /**
     * Captures are asked for.
     *
     * @param targets all that the alert names and that are of a kind that is captured, distinct
     * @param captures one for each target that can be captured now; none if and only if {@code hindrance} says why
     */
    record Start(
            String schema,
            Alert alert,
            List<ResourceId> targets,
            List<CaptureRequest> captures,
            @Nullable Reject hindrance,
            String sentence)
            implements Plan {
        public Start {
            targets = List.copyOf(targets);
            captures = List.copyOf(captures);
        }
    }

    /** Understood, and nothing is to be captured; {@code reason} is a stable word. */
    record Ignore(String schema, String reason, List<ResourceId> targets, String sentence) implements Plan {
        public Ignore {
            targets = List.copyOf(targets);
        }
    }

    /**
     * Refused.
     *
     * @param pointer JSON pointer of what is at fault; null where no place in particular is
     * @param fix what would be right
     * @param status of HTTP
     */
    record Reject(String schema, String reason, @Nullable String pointer, String sentence, String fix, int status)
            implements Plan {}

    /** Event Grid asks whether its events are wanted; the answer is the code that it sent. */
    record Handshake(String schema, String validationResponse, String sentence) implements Plan {}
}
