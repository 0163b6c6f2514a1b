package dev.nightcap.starter.captures;

import dev.nightcap.workflows.alert.AlertResponse;
import dev.nightcap.workflows.capture.Visibility;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which alerts to list; null means any.
 *
 * @param rule the alert rule's name
 * @param since alerts that came at this moment or later
 */
public record AlertFilter(@Nullable String rule, @Nullable Instant since) {
    /** In Temporal's list syntax. */
    String query() {
        List<String> parts = new ArrayList<>();
        parts.add("WorkflowType = " + CaptureFilter.quoted(AlertResponse.class.getSimpleName()));
        if (rule != null) {
            parts.add(Visibility.ALERT_RULE.getName() + " = " + CaptureFilter.quoted(Visibility.keyword(rule)));
        }
        if (since != null) {
            parts.add("StartTime >= " + CaptureFilter.quoted(since.toString()));
        }
        return String.join(" AND ", parts);
    }
}
