package dev.nightcap.starter.command;

import dev.nightcap.starter.captures.Listing;
import dev.nightcap.starter.terminal.CaptureJson;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A capture in a list, as programs read it. */
record ListedJson(
        int schemaVersion,
        String id,
        String runId,
        @Nullable String target,
        @Nullable String kind,
        @Nullable String trigger,
        @Nullable String alertRule,
        @Nullable String phase,
        @Nullable String outcome,
        Instant startedAt,
        @Nullable Instant endedAt) {
    static ListedJson of(Listing.Row row) {
        return new ListedJson(
                CaptureJson.VERSION,
                row.id(),
                row.runId(),
                row.target(),
                row.kind(),
                row.trigger(),
                row.alertRule(),
                row.phase(),
                row.outcome(),
                row.startedAt(),
                row.endedAt());
    }
}
