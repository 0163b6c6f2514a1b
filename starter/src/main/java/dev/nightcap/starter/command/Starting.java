package dev.nightcap.starter.command;

import dev.nightcap.starter.captures.Captures;
import dev.nightcap.starter.captures.Follower;
import dev.nightcap.starter.captures.Temporal;
import dev.nightcap.starter.config.Durations;
import dev.nightcap.starter.terminal.CaptureJson;
import dev.nightcap.starter.terminal.Complaint;
import dev.nightcap.starter.terminal.Complaints;
import dev.nightcap.starter.terminal.Console;
import dev.nightcap.starter.terminal.ExitCode;
import dev.nightcap.starter.terminal.Sighting;
import dev.nightcap.workflows.capture.CaptureRequest;
import dev.nightcap.workflows.capture.LivePage;
import dev.nightcap.workflows.target.CaptureId;
import dev.nightcap.workflows.target.ResourceId;
import dev.nightcap.workflows.target.Target;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** Starts captures of several targets side by side, and waits for them. */
final class Starting {
    private final Program program;
    private final WaitOptions wait;
    private final Console console;
    private final Report report;
    private final List<ExitCode> refused = new ArrayList<>();

    Starting(Program program, WaitOptions wait) {
        this.program = program;
        this.wait = wait;
        this.console = program.console();
        this.report = new Report(console);
    }

    ExitCode start(RequestForm form, List<String> texts, BiFunction<RequestForm, String, Target> reader) {
        Duration timeout = wait.timeout == null ? null : Durations.parse(wait.timeout);
        String person = program.person();
        List<CaptureRequest> requests = texts.stream()
                .map(text -> reader.apply(form, text))
                .distinct()
                .map(target -> form.request(target, person))
                .toList();
        if (wait.dryRun) {
            requests.forEach(this::describe);
            return ExitCode.DONE;
        }
        try (Temporal temporal = program.temporal(true)) {
            List<Follower> followers = begun(program.captures(temporal), requests);
            followers.forEach(follower -> temporal.page(
                            follower.run().workflowId(),
                            String.valueOf(follower.run().runId()))
                    .ifPresent(page -> console.tell("  " + console.paint().faint(page))));
            boolean several = requests.size() > 1;
            refused.add(wait.noWait ? tell(followers, several) : waited(followers, timeout, several));
            return ExitCode.highest(refused);
        }
    }

    private void describe(CaptureRequest request) {
        console.document(new Planned(
                CaptureJson.VERSION,
                true,
                CaptureId.of(request.target()),
                request.target().id(),
                request.target().kindName(),
                CaptureJson.Asked.of(request)));
        console.lines(
                List.of("would start capture " + CaptureId.of(request.target()) + ": " + LivePage.summary(request)));
    }

    private record Planned(
            int schemaVersion, boolean dryRun, String id, ResourceId target, String kind, CaptureJson.Asked request) {}

    /** Of several, one that cannot be started does not keep the others from being so. */
    private List<Follower> begun(Captures captures, List<CaptureRequest> requests) {
        List<Follower> followers = new ArrayList<>();
        for (CaptureRequest request : requests) {
            try {
                followers.add(captures.start(request, wait.join));
            } catch (RuntimeException e) {
                Complaint complaint = Complaints.of(e);
                if (requests.size() == 1 || complaint.exit() == ExitCode.UNREACHABLE) {
                    throw complaint;
                }
                report.refused(complaint);
                refused.add(complaint.exit());
            }
        }
        return followers;
    }

    private ExitCode tell(List<Follower> followers, boolean several) {
        List<Sighting> captures = followers.stream().map(Follower::look).toList();
        report.running(captures, several);
        return ExitCode.DONE;
    }

    private ExitCode waited(List<Follower> followers, @Nullable Duration timeout, boolean several) {
        Waiting waiting = new Waiting(program, followers);
        ExitCode code = waiting.untilEnd(timeout, changed -> {});
        report.ended(waiting.captures(), several);
        return code;
    }
}
