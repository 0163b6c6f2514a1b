package dev.nightcap.starter.command;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** A command that is only a name for others. */
abstract class Group implements Callable<Integer> {
    @Spec
    @Nullable
    CommandSpec spec;

    @Override
    public final Integer call() {
        CommandLine line = spec == null ? null : spec.commandLine();
        if (line == null) {
            throw new IllegalStateException("picocli fills this in");
        }
        throw new CommandLine.ParameterException(
                line, "one of " + String.join(", ", line.getSubcommands().keySet()) + " is missing");
    }
}
