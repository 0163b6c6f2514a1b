package dev.nightcap.starter.command;

import dev.nightcap.starter.captures.CaptureRef;
import dev.nightcap.starter.captures.Temporal;
import dev.nightcap.starter.terminal.Complaint;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which captures to end. */
final class EndOptions {
    @Parameters(arity = "0..*", paramLabel = "ID", description = "As list shows it.")
    List<String> ids = List.of();

    @Option(names = "--alert", paramLabel = "ALERT-ID", description = "Those that this alert started.")
    @Nullable
    String alert;

    @Option(names = "--dry-run", description = "Say what would be done; do nothing.")
    boolean dryRun;

    void check() {
        if (ids.isEmpty() && alert == null) {
            throw Complaint.usage("no capture is named", "name its ID, or --alert ALERT-ID; nightcap list shows them");
        }
    }

    List<CaptureRef> refs(Temporal temporal) {
        return ids.stream().map(CaptureRef::parse).distinct().toList();
    }
}
