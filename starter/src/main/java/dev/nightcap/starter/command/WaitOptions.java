package dev.nightcap.starter.command;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Whether to wait, and what to do about a capture that runs already. */
final class WaitOptions {
    @Option(names = "--no-wait", description = "Start, say how to watch, and be done.")
    boolean noWait;

    @Option(names = "--timeout", paramLabel = "TIME", description = "Wait at most so long; the capture goes on.")
    @Nullable
    String timeout;

    @Option(
            names = "--join",
            description = "Join a capture of the target that runs, also if it asks for other packets.")
    boolean join;

    @Option(names = "--dry-run", description = "Say what would be started; start nothing, connect to nothing.")
    boolean dryRun;
}
