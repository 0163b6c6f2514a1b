package dev.nightcap.starter.command;

import dev.nightcap.starter.captures.Captures;
import dev.nightcap.starter.captures.Temporal;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Ends captures early and keeps their evidence. */
@Command(name = "stop", description = "End captures early and keep their evidence.")
final class Stop implements Callable<Integer> {
    private final Program program;

    @Mixin
    EndOptions options = new EndOptions();

    Stop(Program program) {
        this.program = program;
    }

    @Override
    public Integer call() {
        options.check();
        try (Temporal temporal = program.temporal(false)) {
            Captures captures = program.captures(temporal);
            new Ending(program.console(), "asked to stop", options.dryRun)
                    .all(
                            options.refs(program.alerts(temporal)),
                            captures,
                            (all, ref) -> all.stop(ref, program.person()));
        }
        return 0;
    }
}
