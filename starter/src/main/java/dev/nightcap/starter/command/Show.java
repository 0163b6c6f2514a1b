package dev.nightcap.starter.command;

import dev.nightcap.starter.captures.CaptureRef;
import dev.nightcap.starter.captures.Follower;
import dev.nightcap.starter.captures.Temporal;
import dev.nightcap.starter.terminal.CaptureJson;
import dev.nightcap.starter.terminal.Console;
import dev.nightcap.starter.terminal.Sighting;
import dev.nightcap.starter.terminal.StoryLines;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Shows one capture as it stands. */
@Command(name = "show", description = "Show one capture as it stands.")
final class Show implements Callable<Integer> {
    private final Program program;

    @Parameters(
            paramLabel = "ID",
            description = "web-01-3fa9c01b for the newest run, web-01-3fa9c01b@RUN for that one.")
    String id = "";

    Show(Program program) {
        this.program = program;
    }

    @Override
    public Integer call() {
        CaptureRef ref = CaptureRef.parse(id);
        Console console = program.console();
        try (Temporal temporal = program.temporal(false)) {
            Follower follower = program.captures(temporal).follow(ref);
            Sighting capture = follower.look();
            console.document(CaptureJson.of(capture));
            console.lines(new StoryLines(console.dataPaint())
                    .of(capture, program.clock().instant()));
        }
        return 0;
    }
}
