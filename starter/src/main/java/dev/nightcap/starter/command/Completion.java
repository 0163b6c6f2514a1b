package dev.nightcap.starter.command;

import dev.nightcap.starter.terminal.Complaint;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints a shell's completion script. */
@Command(name = "completion", description = "Print the completion script: source <(nightcap completion bash).")
final class Completion implements Callable<Integer> {
    private final Program program;

    @Parameters(paramLabel = "SHELL", description = "bash or zsh; the script is the same.")
    String shell = "";

    @Spec
    @Nullable
    CommandSpec spec;

    Completion(Program program) {
        this.program = program;
    }

    @Override
    public Integer call() {
        if (!shell.equals("bash") && !shell.equals("zsh")) {
            throw Complaint.usage("there is completion for bash and zsh, not for '" + shell + "'", null);
        }
        CommandSpec self = spec;
        if (self == null) {
            throw new IllegalStateException("picocli fills this in");
        }
        program.console().out().print(AutoComplete.bash("nightcap", self.root().commandLine()));
        program.console().out().flush();
        return 0;
    }
}
