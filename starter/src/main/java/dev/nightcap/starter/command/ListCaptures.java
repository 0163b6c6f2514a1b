package dev.nightcap.starter.command;

import dev.nightcap.starter.captures.CaptureFilter;
import dev.nightcap.starter.captures.Listing;
import dev.nightcap.starter.captures.Temporal;
import dev.nightcap.starter.terminal.Console;
import dev.nightcap.starter.terminal.TableText;
import dev.nightcap.workflows.alert.TargetDecision.Action;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Lists captures. */
@Command(name = "list", description = "List captures, the newest first.")
final class ListCaptures implements Callable<Integer> {
    private final Program program;

    @Option(names = "--limit", paramLabel = "N", description = "At most so many. Default: 50.")
    int limit = 50;

    @Option(
            names = "--since",
            paramLabel = "WHEN",
            description = "Started at or after: 2026-11-21T02:00:00Z, or 24h ago.")
    @Nullable
    String since;

    @Option(names = "--until", paramLabel = "WHEN", description = "Started at or before, written like --since.")
    @Nullable
    String until;

    @Option(names = "--running", description = "Only those that have not ended.")
    boolean running;

    @Option(names = "--target", paramLabel = "NAME", description = "Only of this target, by its short name.")
    @Nullable
    String target;

    @Option(names = "--outcome", paramLabel = "OUTCOME", description = "Only those that ended so, such as failed.")
    @Nullable
    String outcome;

    @Option(names = "--alert", paramLabel = "ALERT-ID", description = "Only those that this alert started or joined.")
    @Nullable
    String alert;

    ListCaptures(Program program) {
        this.program = program;
    }

    @Override
    public Integer call() {
        Instant now = program.clock().instant();
        CaptureFilter filter = new CaptureFilter(
                target, Outcomes.code(outcome), Moments.parse(since, now), Moments.parse(until, now), running);
        try (Temporal temporal = program.temporal(false)) {
            Listing listing = new Listing(temporal);
            List<Listing.Row> rows = alert == null
                    ? listing.captures(filter, limit)
                    : listing
                            .runs(AlertCaptures.of(program.alerts(temporal).find(alert), Action.STARTED, Action.JOINED))
                            .stream()
                            .filter(filter::matches)
                            .limit(limit)
                            .toList();
            show(program.console(), rows);
        }
        return 0;
    }

    private static void show(Console console, List<Listing.Row> rows) {
        console.documents(rows.stream().map(ListedJson::of).toList());
        TableText table = new TableText("STARTED", "ID", "KIND", "BY", "PHASE", "OUTCOME");
        rows.forEach(row -> table.row(
                row.startedAt().truncatedTo(ChronoUnit.SECONDS).toString(),
                row.id(),
                orDash(row.kind()),
                row.alertRule() == null ? orDash(row.trigger()) : row.alertRule(),
                row.endedAt() == null ? orDash(row.phase()) : "ended",
                orDash(row.outcome())));
        console.lines(rows.isEmpty() ? List.of("no captures") : table.lines());
    }

    private static String orDash(@Nullable String text) {
        return text == null ? "-" : text;
    }
}
