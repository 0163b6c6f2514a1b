package dev.nightcap.workflows.alert;

import dev.nightcap.workflows.target.CaptureId;
import dev.nightcap.workflows.target.Target;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One delivery that asks for captures, in our terms, whatever schema it came in.
 *
 * @param id derived from the delivery key: the same for every delivery of the same news
 * @param schema by which it was read, for example {@code azureMonitorCommonAlertSchema}
 * @param azureId Azure's own id of the alert, as it wrote it
 * @param rule the alert rule's name
 * @param firedAt as the sender wrote it
 * @param description in words, for people
 * @param targets distinct
 */
public record Alert(
        String id,
        String schema,
        @Nullable String azureId,
        @Nullable String rule,
        @Nullable String severity,
        @Nullable String firedAt,
        @Nullable String description,
        List<Target> targets) {
    /** Stands before the id in the workflow id. */
    public static final String PREFIX = "alert/";

    private static final int ID_BYTES = 8;

    public Alert {
        targets = List.copyOf(targets);
    }

    /** The id that a delivery key gives: 16 hexadecimal digits. */
    public static String idOf(String deliveryKey) {
        return CaptureId.digest(deliveryKey, ID_BYTES);
    }

    /** The workflow id of an alert's response. */
    public static String workflowId(String id) {
        return PREFIX + id;
    }
}
