package dev.nightcap.starter.command;

import dev.nightcap.starter.local.TemporalInstall;
import dev.nightcap.starter.terminal.CaptureJson;
import dev.nightcap.starter.terminal.Console;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Puts a dev server into the cache folder. */
@Command(name = "install", description = "Put a Temporal dev server into the cache folder.")
final class TemporalInstallCommand implements Callable<Integer> {
    private final Program program;

    TemporalInstallCommand(Program program) {
        this.program = program;
    }

    @Override
    public Integer call() {
        Console console = program.console();
        Path binary = new TemporalInstall(program.environment(), console::tell).install();
        console.document(new Installed(CaptureJson.VERSION, binary.toString()));
        console.lines(List.of(binary.toString()));
        return 0;
    }

    private record Installed(int schemaVersion, String binary) {}
}
