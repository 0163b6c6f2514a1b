package dev.nightcap.starter.command;

import dev.nightcap.starter.captures.CaptureRef;
import dev.nightcap.starter.captures.Captures;
import dev.nightcap.starter.captures.Temporal;
import dev.nightcap.starter.config.Durations;
import dev.nightcap.starter.terminal.CaptureJson;
import dev.nightcap.starter.terminal.Console;
import dev.nightcap.starter.terminal.ExitCode;
import dev.nightcap.starter.terminal.Format;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Follows captures to their end. */
@Command(name = "watch", description = "Follow captures to their end; -o jsonl prints each change of phase.")
final class Watch implements Callable<Integer> {
    private final Program program;

    @Parameters(arity = "1..*", paramLabel = "ID", description = "As list shows it, with @RUN for a certain run.")
    List<String> ids = List.of();

    @Option(names = "--timeout", paramLabel = "TIME", description = "Wait at most so long; the capture goes on.")
    @Nullable
    String timeout;

    Watch(Program program) {
        this.program = program;
    }

    @Override
    public Integer call() {
        List<CaptureRef> refs = ids.stream().map(CaptureRef::parse).distinct().toList();
        Duration most = timeout == null ? null : Durations.parse(timeout);
        Console console = program.console();
        try (Temporal temporal = program.temporal(false)) {
            Captures captures = program.captures(temporal);
            Waiting waiting =
                    new Waiting(program, refs.stream().map(captures::follow).toList());
            ExitCode code = waiting.untilEnd(most, changed -> {
                if (program.format() == Format.JSONL) {
                    console.document(CaptureJson.of(changed));
                }
            });
            if (program.format() != Format.JSONL) {
                new Report(console).ended(waiting.captures(), refs.size() > 1);
            }
            return code.number();
        }
    }
}
