package dev.nightcap.starter.command;

import dev.nightcap.receiver.policy.AlertPolicy;
import dev.nightcap.receiver.policy.Plan;
import dev.nightcap.receiver.policy.PlanDocument;
import dev.nightcap.starter.parts.Parts;
import dev.nightcap.starter.terminal.Console;
import dev.nightcap.workflows.capture.CaptureRequest;
import dev.nightcap.workflows.capture.LivePage;
import dev.nightcap.workflows.target.CaptureId;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Says what alerts would do. */
@Command(name = "plan", description = "What an alert would do: decision, reason, targets. Nothing is started.")
final class AlertPlan implements Callable<Integer> {
    private final Program program;

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "Alerts as a sender would post them.")
    List<Path> files = List.of();

    AlertPlan(Program program) {
        this.program = program;
    }

    @Override
    public Integer call() {
        AlertPolicy policy = Parts.policy(program.config());
        Console console = program.console();
        List<PlanDocument> documents = new ArrayList<>();
        for (Path file : files) {
            Plan plan = policy.plan(AlertFiles.read(file));
            PlanDocument document = PlanDocument.of(file.toString(), plan);
            documents.add(document);
            console.lines(lines(document, plan));
        }
        console.documents(documents);
        return 0;
    }

    private static List<String> lines(PlanDocument document, Plan plan) {
        List<String> lines = new ArrayList<>();
        lines.add(document.decision() + (document.reason() == null ? "" : " (" + document.reason() + ")") + "  "
                + document.file() + "  " + document.schema());
        lines.add("  " + document.sentence());
        if (plan instanceof Plan.Start start) {
            for (CaptureRequest capture : start.captures()) {
                lines.add("  capture " + CaptureId.of(capture.target()) + ": " + LivePage.summary(capture));
            }
            if (start.hindrance() != null) {
                lines.add("  as it is configured here, it would be refused: "
                        + start.hindrance().sentence() + "; "
                        + start.hindrance().fix());
            }
        }
        return lines;
    }
}
