package dev.nightcap.starter.command;

import dev.nightcap.starter.captures.Alerts;
import dev.nightcap.starter.captures.CaptureRef;
import dev.nightcap.starter.terminal.Complaint;
import dev.nightcap.workflows.alert.TargetDecision.Action;
import java.util.List;
import java.util.stream.Stream;
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

    /** @throws Complaint if there is no such alert */
    List<CaptureRef> refs(Alerts alerts) {
        Stream<CaptureRef> named = ids.stream().map(CaptureRef::parse);
        Stream<CaptureRef> ofAlert =
                alert == null ? Stream.empty() : AlertCaptures.of(alerts.find(alert), Action.STARTED).stream();
        return Stream.concat(named, ofAlert).distinct().toList();
    }
}
