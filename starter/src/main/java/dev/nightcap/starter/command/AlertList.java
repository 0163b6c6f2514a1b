package dev.nightcap.starter.command;

import dev.nightcap.starter.captures.AlertFilter;
import dev.nightcap.starter.captures.Temporal;
import dev.nightcap.starter.terminal.Console;
import dev.nightcap.starter.terminal.TableText;
import dev.nightcap.workflows.alert.Decision;
import dev.nightcap.workflows.alert.TargetDecision.Action;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Lists decisions about alerts. */
@Command(name = "list", description = "List alerts with their decisions, the newest first.")
final class AlertList implements Callable<Integer> {
    private final Program program;

    @Option(names = "--limit", paramLabel = "N", description = "Look at so many alerts at most. Default: 50.")
    int limit = 50;

    @Option(names = "--since", paramLabel = "WHEN", description = "2026-11-21T02:00:00Z, or 24h for so long ago.")
    @Nullable
    String since;

    @Option(names = "--rule", paramLabel = "NAME", description = "Only of this alert rule.")
    @Nullable
    String rule;

    @Option(names = "--target", paramLabel = "NAME", description = "Only those that name this target.")
    @Nullable
    String target;

    @Option(names = "--refused", description = "Only those with a target for which nothing was started or joined.")
    boolean refused;

    AlertList(Program program) {
        this.program = program;
    }

    @Override
    public Integer call() {
        AlertFilter filter =
                new AlertFilter(rule, Moments.parse(since, program.clock().instant()));
        try (Temporal temporal = program.temporal(false)) {
            List<Decision> decisions = program.alerts(temporal).list(filter, limit).stream()
                    .filter(this::isWanted)
                    .toList();
            show(program.console(), decisions);
        }
        return 0;
    }

    private boolean isWanted(Decision decision) {
        boolean named = target == null
                || decision.alert().targets().stream()
                        .anyMatch(one -> one.shortName().equalsIgnoreCase(target));
        return named && (!refused || decision.targets().stream().anyMatch(one -> one.action() == Action.REFUSED));
    }

    private static void show(Console console, List<Decision> decisions) {
        console.documents(decisions.stream().map(AlertJson::of).toList());
        TableText table = new TableText("RECEIVED", "ID", "RULE", "TARGETS");
        decisions.forEach(decision -> table.row(
                decision.receivedAt().truncatedTo(ChronoUnit.SECONDS).toString(),
                decision.alert().id(),
                decision.alert().rule() == null ? "-" : decision.alert().rule(),
                decision.targets().stream()
                        .map(one ->
                                one.target().shortName() + " " + one.action().code())
                        .collect(Collectors.joining(", "))));
        console.lines(decisions.isEmpty() ? List.of("no alerts") : table.lines());
    }
}
