package dev.nightcap.simulator;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * How a simulator is set up.
 *
 * @param azurite the folder that Azurite is installed in
 * @param progress hears what takes long, one line each
 */
public record SimulatorOptions(
        Ports ports, Pace pace, Given given, Left left, Path azurite, Consumer<String> progress) {

    /** Where it listens; 0 for a free port. */
    public record Ports(int arm, int blob, int identity) {}

    /**
     * How long things take.
     *
     * @param latency of Azure's operations (create, stop; delete half of it); Azure takes 10 to 30 s
     * @param blobDelay from the end of a capture until its file is there
     * @param retryAfter seconds in {@code Retry-After} of accepted requests; Azure sends 10
     * @param speed how many times as fast as the machine's clock the simulator's runs; above 0
     */
    public record Pace(Duration latency, Duration blobDelay, int retryAfter, double speed) {}

    /**
     * Files that it reads.
     *
     * @param scenario faults
     * @param world resources, instead of the default ones
     * @param captureFile handed out as every capture's file, instead of generated traffic
     */
    public record Given(Optional<Path> scenario, Optional<Path> world, Optional<Path> captureFile) {}

    /**
     * Files that it writes.
     *
     * @param journal appended to, one JSON line for each exchange with ARM
     * @param state written when all is ready
     */
    public record Left(Optional<Path> journal, Optional<Path> state) {}

    /** Checks all bounds and reports every fault at once. */
    public SimulatorOptions {
        List<String> faults = new ArrayList<>();
        port(faults, "port", ports.arm());
        port(faults, "blob-port", ports.blob());
        port(faults, "identity-port", ports.identity());
        if (pace.latency().isNegative()) {
            faults.add("latency: must not be negative, is " + pace.latency());
        }
        if (pace.blobDelay().isNegative()) {
            faults.add("blob-delay: must not be negative, is " + pace.blobDelay());
        }
        if (pace.retryAfter() < 0 || pace.retryAfter() > 3600) {
            faults.add("retry-after: must be 0 to 3600 s, is " + pace.retryAfter());
        }
        if (!(pace.speed() > 0 && pace.speed() <= 10_000)) {
            faults.add("speed: must be above 0 and at most 10000, is " + pace.speed());
        }
        if (!faults.isEmpty()) {
            throw new IllegalArgumentException("simulator options:\n  " + String.join("\n  ", faults));
        }
    }

    /** Free ports, quick operations, the default world, no faults, nothing written but Azurite's folder. */
    public static SimulatorOptions defaults() {
        return new SimulatorOptions(
                new Ports(0, 0, 0),
                new Pace(Duration.ofSeconds(1), Duration.ofMillis(1500), 1, 1),
                new Given(Optional.empty(), Optional.empty(), Optional.empty()),
                new Left(Optional.empty(), Optional.empty()),
                cache().resolve("nightcap").resolve("azurite-3.35.0"),
                line -> {});
    }

    public SimulatorOptions withPort(int port) {
        return with(new Ports(port, ports.blob, ports.identity));
    }

    public SimulatorOptions withBlobPort(int port) {
        return with(new Ports(ports.arm, port, ports.identity));
    }

    public SimulatorOptions withIdentityPort(int port) {
        return with(new Ports(ports.arm, ports.blob, port));
    }

    public SimulatorOptions withLatency(Duration latency) {
        return with(new Pace(latency, pace.blobDelay, pace.retryAfter, pace.speed));
    }

    public SimulatorOptions withBlobDelay(Duration delay) {
        return with(new Pace(pace.latency, delay, pace.retryAfter, pace.speed));
    }

    public SimulatorOptions withRetryAfter(int seconds) {
        return with(new Pace(pace.latency, pace.blobDelay, seconds, pace.speed));
    }

    public SimulatorOptions withSpeed(double speed) {
        return with(new Pace(pace.latency, pace.blobDelay, pace.retryAfter, speed));
    }

    public SimulatorOptions withScenario(Path file) {
        return with(new Given(Optional.of(file), given.world, given.captureFile));
    }

    public SimulatorOptions withWorld(Path file) {
        return with(new Given(given.scenario, Optional.of(file), given.captureFile));
    }

    public SimulatorOptions withCaptureFile(Path file) {
        return with(new Given(given.scenario, given.world, Optional.of(file)));
    }

    public SimulatorOptions withJournal(Path file) {
        return new SimulatorOptions(ports, pace, given, new Left(Optional.of(file), left.state), azurite, progress);
    }

    public SimulatorOptions withState(Path file) {
        return new SimulatorOptions(ports, pace, given, new Left(left.journal, Optional.of(file)), azurite, progress);
    }

    public SimulatorOptions withAzurite(Path folder) {
        return new SimulatorOptions(ports, pace, given, left, folder, progress);
    }

    public SimulatorOptions withProgress(Consumer<String> listener) {
        return new SimulatorOptions(ports, pace, given, left, azurite, listener);
    }

    private SimulatorOptions with(Ports others) {
        return new SimulatorOptions(others, pace, given, left, azurite, progress);
    }

    private SimulatorOptions with(Pace other) {
        return new SimulatorOptions(ports, other, given, left, azurite, progress);
    }

    private SimulatorOptions with(Given others) {
        return new SimulatorOptions(ports, pace, others, left, azurite, progress);
    }

    private static Path cache() {
        return Path.of(System.getProperty("user.home"), ".cache");
    }

    private static void port(List<String> faults, String name, int port) {
        if (port < 0 || port > 65_535) {
            faults.add(name + ": must be 0 to 65535, is " + port);
        }
    }
}
