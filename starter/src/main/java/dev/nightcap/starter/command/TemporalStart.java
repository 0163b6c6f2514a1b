package dev.nightcap.starter.command;

import dev.nightcap.starter.local.DevServer;
import dev.nightcap.starter.terminal.Console;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Start it; one that runs is left as it is. */
@Command(name = "start", description = "Start it; one that runs is left as it is.")
final class TemporalStart implements Callable<Integer> {
    private final Program program;

    TemporalStart(Program program) {
        this.program = program;
    }

    @Override
    public Integer call() {
        Console console = program.console();
        DevServer server = new DevServer(program.environment());
        ServerReport.show(console, Optional.of(server.start(console::tell)));
        return 0;
    }
}
