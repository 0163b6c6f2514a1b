package dev.nightcap.starter.command;

import dev.nightcap.starter.captures.Temporal;
import dev.nightcap.starter.terminal.Console;
import dev.nightcap.workflows.alert.Alert;
import dev.nightcap.workflows.alert.Decision;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Shows the decision record of an alert. */
@Command(name = "explain", description = "What was decided about an alert, target by target, and why.")
final class Explain implements Callable<Integer> {
    private final Program program;

    @Parameters(paramLabel = "ALERT-ID", description = "Our id, Azure's GUID, or Azure's ARM id of the alert.")
    String id = "";

    Explain(Program program) {
        this.program = program;
    }

    @Override
    public Integer call() {
        try (Temporal temporal = program.temporal(false)) {
            Decision decision = program.alerts(temporal).find(id);
            Console console = program.console();
            console.document(AlertJson.of(decision));
            console.lines(lines(decision));
        }
        return 0;
    }

    private static List<String> lines(Decision decision) {
        Alert alert = decision.alert();
        List<String> lines = new ArrayList<>();
        lines.add("  alert " + alert.id() + (alert.rule() == null ? "" : "  rule \"" + alert.rule() + "\"")
                + (alert.severity() == null ? "" : "  " + alert.severity()));
        lines.add("  received " + decision.receivedAt() + " as " + alert.schema());
        if (alert.azureId() != null) {
            lines.add("  Azure's id " + alert.azureId());
        }
        decision.targets()
                .forEach(target -> lines.add(
                        "  " + target.action().code() + "  " + target.target().shortName() + ": " + target.sentence()));
        int open = alert.targets().size() - decision.targets().size();
        if (open > 0) {
            lines.add("  " + open + " of " + alert.targets().size() + " targets are not decided yet");
        }
        return lines;
    }
}
