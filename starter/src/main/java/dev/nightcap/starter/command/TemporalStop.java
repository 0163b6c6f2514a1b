package dev.nightcap.starter.command;

import dev.nightcap.starter.local.DevServer;
import dev.nightcap.starter.terminal.Console;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Stops the dev server. */
@Command(name = "stop", description = "Stop it. What it knows stays in its database.")
final class TemporalStop implements Callable<Integer> {
    private final Program program;

    TemporalStop(Program program) {
        this.program = program;
    }

    @Override
    public Integer call() {
        Console console = program.console();
        boolean ran = new DevServer(program.environment()).stop();
        console.tell(ran ? "  stopped" : "  none was running");
        ServerReport.show(console, Optional.empty());
        return 0;
    }
}
