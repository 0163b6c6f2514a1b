package dev.nightcap.starter.command;

import dev.nightcap.starter.local.DevServer;
import dev.nightcap.starter.terminal.Console;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Say whether it runs, and where. */
@Command(name = "status", description = "Say whether it runs, and where.")
final class TemporalStatus implements Callable<Integer> {
    private final Program program;

    TemporalStatus(Program program) {
        this.program = program;
    }

    @Override
    public Integer call() {
        Console console = program.console();
        DevServer server = new DevServer(program.environment());
        ServerReport.show(console, server.running());
        return 0;
    }
}
