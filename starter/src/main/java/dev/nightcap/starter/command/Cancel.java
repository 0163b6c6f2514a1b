package dev.nightcap.starter.command;

import dev.nightcap.starter.captures.CaptureRef;
import dev.nightcap.starter.captures.Captures;
import dev.nightcap.starter.captures.Temporal;
import dev.nightcap.starter.terminal.Complaint;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Ends captures and keeps nothing. */
@Command(name = "cancel", description = "End captures and keep nothing: packets that were taken are deleted.")
final class Cancel implements Callable<Integer> {
    private final Program program;

    @Mixin
    EndOptions options = new EndOptions();

    @Option(
            names = {"-y", "--yes"},
            description = "Do not ask whether that is meant.")
    boolean yes;

    Cancel(Program program) {
        this.program = program;
    }

    @Override
    public Integer call() {
        options.check();
        try (Temporal temporal = program.temporal(false)) {
            Captures captures = program.captures(temporal);
            List<CaptureRef> refs = options.refs(program.alerts(temporal));
            if (!options.dryRun) {
                confirm(refs);
            }
            new Ending(program.console(), "asked to cancel", options.dryRun).all(refs, captures, Captures::cancel);
        }
        return 0;
    }

    /** Scripts are not asked: there is nobody to answer. */
    private void confirm(List<CaptureRef> refs) {
        if (yes || !program.hasKeyboard()) {
            return;
        }
        String answer = program.ask("  cancel " + refs + " and keep nothing? [y/N] ");
        if (!answer.strip().toLowerCase(Locale.ROOT).startsWith("y")) {
            throw Complaint.usage("nothing was cancelled", "nightcap stop keeps the evidence");
        }
    }
}
