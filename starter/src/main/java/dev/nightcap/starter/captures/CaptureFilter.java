package dev.nightcap.starter.captures;

import dev.nightcap.workflows.capture.NetworkCapture;
import dev.nightcap.workflows.capture.Visibility;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which captures to list; null means any.
 *
 * @param target short name
 * @param outcome code of an outcome
 * @param since captures that started at this moment or later
 * @param until captures that started at this moment or earlier
 * @param running only those that have not ended
 */
public record CaptureFilter(
        @Nullable String target,
        @Nullable String outcome,
        @Nullable Instant since,
        @Nullable Instant until,
        boolean running) {
    /** In Temporal's list syntax. Texts are quoted, so that none can end its literal. */
    String query() {
        List<String> parts = new ArrayList<>();
        parts.add("WorkflowType = " + quoted(NetworkCapture.class.getSimpleName()));
        if (target != null) {
            parts.add(Visibility.TARGET.getName() + " = " + quoted(target));
        }
        if (outcome != null) {
            parts.add(Visibility.OUTCOME.getName() + " = " + quoted(outcome));
        }
        if (since != null) {
            parts.add("StartTime >= " + quoted(since.toString()));
        }
        if (until != null) {
            parts.add("StartTime <= " + quoted(until.toString()));
        }
        if (running) {
            parts.add("ExecutionStatus = 'Running'");
        }
        return String.join(" AND ", parts);
    }

    /** The same question, asked of one row. */
    public boolean matches(Listing.Row row) {
        return (target == null || target.equals(row.target()))
                && (outcome == null || outcome.equals(row.outcome()))
                && (since == null || !row.startedAt().isBefore(since))
                && (until == null || !row.startedAt().isAfter(until))
                && (!running || row.endedAt() == null);
    }

    static String quoted(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }
}
