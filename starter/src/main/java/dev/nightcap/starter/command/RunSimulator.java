package dev.nightcap.starter.command;

import dev.nightcap.simulator.Simulator;
import dev.nightcap.simulator.SimulatorOptions;
import dev.nightcap.simulator.SimulatorOptions.Given;
import dev.nightcap.simulator.SimulatorOptions.Left;
import dev.nightcap.simulator.SimulatorOptions.Pace;
import dev.nightcap.simulator.SimulatorOptions.Ports;
import dev.nightcap.starter.config.Durations;
import dev.nightcap.starter.local.CacheFolder;
import dev.nightcap.starter.parts.Serving;
import dev.nightcap.starter.terminal.Complaint;
import dev.nightcap.starter.terminal.Console;
import dev.nightcap.starter.terminal.ExitCode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Runs local Azure until it is told to end. */
@Command(
        name = "simulator",
        description = {
            "Run local Azure for this and other clients: ARM over https, a managed identity, blobs in Azurite.",
            "The first line of stdout is its state as JSON; --state writes the same to a file."
        })
final class RunSimulator implements Callable<Integer> {
    private final Program program;

    @Option(names = "--port", paramLabel = "PORT", description = "Of ARM; 0, the default, takes a free one.")
    int port;

    @Option(names = "--blob-port", paramLabel = "PORT", description = "Of the blobs; 0 takes a free one.")
    int blobPort;

    @Option(names = "--identity-port", paramLabel = "PORT", description = "Of the identity; 0 takes a free one.")
    int identityPort;

    @Option(names = "--latency", paramLabel = "TIME", description = "Of Azure's operations. Default: 1s.")
    @Nullable
    String latency;

    @Option(names = "--speed", paramLabel = "FACTOR", description = "How many times as fast time passes. Default: 1.")
    double speed = 1;

    @Option(names = "--scenario", paramLabel = "FILE", description = "Faults on a time line; simulator/README.md.")
    @Nullable
    Path scenario;

    @Option(names = "--world", paramLabel = "FILE", description = "Resources, instead of the default ones.")
    @Nullable
    Path world;

    @Option(names = "--capture-file", paramLabel = "FILE", description = "Handed out as every capture's file.")
    @Nullable
    Path captureFile;

    @Option(names = "--journal", paramLabel = "FILE", description = "One JSON line for each exchange with ARM.")
    @Nullable
    Path journal;

    @Option(names = "--state", paramLabel = "FILE", description = "Where to write how it is reached, once it is ready.")
    @Nullable
    Path state;

    RunSimulator(Program program) {
        this.program = program;
    }

    @Override
    public Integer call() {
        Console console = program.console();
        Serving serving = new Serving();
        Simulator simulator = serving.closing(started(options(console)));
        console.out().println(simulator.state().toJson());
        console.out().flush();
        console.tell("simulator ready: " + simulator.state().arm() + "; Ctrl-C ends it");
        serving.untilSignalled();
        return ExitCode.DONE.number();
    }

    private SimulatorOptions options(Console console) {
        SimulatorOptions plain = SimulatorOptions.defaults();
        Pace pace = plain.pace();
        return new SimulatorOptions(
                new Ports(port, blobPort, identityPort),
                new Pace(
                        latency == null ? pace.latency() : Durations.parse(latency),
                        pace.blobDelay(),
                        pace.retryAfter(),
                        speed),
                new Given(Optional.ofNullable(scenario), Optional.ofNullable(world), Optional.ofNullable(captureFile)),
                new Left(Optional.ofNullable(journal), Optional.ofNullable(state)),
                azurite(program.environment()),
                console::tell);
    }

    /** In the product's own cache folder, under the name that the simulator gives it. */
    static Path azurite(Map<String, String> environment) {
        return CacheFolder.of(environment)
                .path()
                .resolve(SimulatorOptions.defaults().azurite().getFileName());
    }

    static Simulator started(SimulatorOptions options) {
        try {
            return Simulator.start(options);
        } catch (IOException e) {
            throw Complaint.failed(
                    "the simulator did not start: " + e.getMessage(),
                    "Azurite needs Node 20 or later and npm on the PATH, once also the npm registry",
                    e);
        }
    }
}
