package dev.nightcap.starter.command;

import com.fasterxml.jackson.databind.JsonNode;
import dev.nightcap.simulator.Simulator;
import dev.nightcap.simulator.SimulatorOptions;
import dev.nightcap.starter.captures.CaptureRef;
import dev.nightcap.starter.captures.Captures;
import dev.nightcap.starter.captures.Follower;
import dev.nightcap.starter.config.Config;
import dev.nightcap.starter.demo.Demo;
import dev.nightcap.starter.parts.Serving;
import dev.nightcap.starter.terminal.CaptureJson;
import dev.nightcap.starter.terminal.Complaint;
import dev.nightcap.starter.terminal.Console;
import dev.nightcap.starter.terminal.EndLines;
import dev.nightcap.starter.terminal.ExitCode;
import dev.nightcap.starter.terminal.Sighting;
import dev.nightcap.workflows.target.ResourceId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The whole path on this machine. */
@Command(
        name = "demo",
        description = {
            "The whole path on this machine: local Azure, Temporal, worker and receiver; an alert is sent, a capture",
            "taken, verified and read. Ends with the verdict."
        })
final class RunDemo implements Callable<Integer> {
    private static final String DURATION = "15s";

    private final Program program;

    @Option(names = "--keep", description = "Leave everything running at the end, until Ctrl-C.")
    boolean keep;

    RunDemo(Program program) {
        this.program = program;
    }

    /** As a program reads it. */
    private record Document(int schemaVersion, AlertPart alert, List<CaptureJson> captures) {}

    private record AlertPart(String id, String decision, List<ResourceId> targets) {}

    @Override
    public Integer call() {
        Console console = program.console();
        Serving serving = new Serving();
        try {
            console.tell("nightcap demo: everything on this machine");
            Path state = serving.closing(new StateFile()).path();
            Simulator simulator = serving.closing(RunSimulator.started(SimulatorOptions.defaults()
                    .withState(state)
                    .withAzurite(RunSimulator.azurite(program.environment()))
                    .withProgress(line -> console.tell("  " + line))));
            console.tell("  local Azure: ARM " + simulator.state().arm() + ", blobs in Azurite "
                    + simulator.state().blob());
            Config config = program.config(state, defaults());
            Demo demo = Demo.start(
                    simulator,
                    config,
                    program.environment(),
                    program.clock(),
                    line -> console.tell("  " + line),
                    serving);
            ExitCode code = follow(demo, console);
            if (keep) {
                console.tell("  kept running; Ctrl-C ends it. In another terminal: export NIGHTCAP_SIMULATOR=" + state
                        + demo.reaching());
                serving.untilSignalled();
            }
            console.tell("  the local Azure is gone now; nightcap demo --keep leaves everything running, to look into");
            return code.number();
        } finally {
            serving.close();
        }
    }

    /** A demo is to be repeated at will, and takes no longer than it must. */
    private Map<String, String> defaults() {
        Map<String, String> environment = new HashMap<>(program.environment());
        environment.putIfAbsent("NIGHTCAP_DURATION", DURATION);
        environment.put("NIGHTCAP_COOLDOWN", "0s");
        environment.put("NIGHTCAP_CONFIG", "/dev/null");
        return environment;
    }

    private ExitCode follow(Demo demo, Console console) {
        console.tell("");
        JsonNode answer = demo.alert();
        JsonNode first = answer.path("captures").path(0);
        String alertId = answer.path("alert").path("id").asText();
        console.tell("  alert " + alertId + " accepted: " + first.path("action").asText() + " capture "
                + first.path("id").asText());
        CaptureRef run =
                new CaptureRef(first.path("id").asText(), first.path("runId").asText());
        demo.temporal()
                .page(run.workflowId(), String.valueOf(run.runId()))
                .ifPresent(page -> console.tell("  Temporal Web UI: " + page));
        console.tell("");
        Captures captures = program.captures(demo.temporal());
        Follower follower = captures.follow(run);
        Waiting waiting = new Waiting(program, List.of(follower));
        ExitCode code = waiting.untilEnd(null, changed -> {});
        List<Sighting> seen = waiting.captures();
        console.document(new Document(
                CaptureJson.VERSION,
                new AlertPart(
                        alertId,
                        answer.path("decision").asText(),
                        seen.stream().map(one -> one.request().target().id()).toList()),
                seen.stream().map(CaptureJson::of).toList()));
        seen.forEach(one -> console.lines(
                one.result() == null ? List.of() : new EndLines(console.dataPaint()).withoutNext(one.result())));
        return code;
    }

    /** The simulator's state file for the length of a demo. */
    private static final class StateFile implements AutoCloseable {
        private final Path folder;

        StateFile() {
            try {
                folder = Files.createTempDirectory("nightcap-demo-");
            } catch (IOException e) {
                throw Complaint.failed("no temporary folder can be made: " + e.getMessage(), null, e);
            }
        }

        Path path() {
            return folder.resolve("simulator.json");
        }

        @Override
        public void close() throws IOException {
            try (var files = Files.list(folder)) {
                for (Path file : files.toList()) {
                    Files.delete(file);
                }
            }
            Files.delete(folder);
        }
    }
}
