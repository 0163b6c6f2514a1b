package dev.nightcap.simulator;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * How a simulator is set up.
 *
 * @param port of ARM; 0 for a free one, as for the other two
 * @param latency how long Azure's operations (create, stop; delete half of it) take; Azure takes 10 to 30 s
 * @param blobDelay from the end of a capture until its file is there
 * @param retryAfter seconds in {@code Retry-After} of accepted requests; Azure sends 10
 * @param speed how many times as fast as the machine's clock the simulator's runs; above 0
 * @param scenario a file of faults
 * @param world a file of resources, instead of the default ones
 * @param captureFile handed out as every capture's file, instead of generated traffic
 * @param journal appended to, one JSON line for each exchange with ARM
 * @param state written when all is ready
 * @param azurite the folder that Azurite is installed in
 * @param progress hears what takes long, one line each
 */
public record SimulatorOptions(
        int port,
        int blobPort,
        int identityPort,
        Duration latency,
        Duration blobDelay,
        int retryAfter,
        double speed,
        Optional<Path> scenario,
        Optional<Path> world,
        Optional<Path> captureFile,
        Optional<Path> journal,
        Optional<Path> state,
        Path azurite,
        Consumer<String> progress) {

    /** Checks all bounds and reports every fault at once. */
    public SimulatorOptions {
        StringBuilder faults = new StringBuilder();
        port(faults, "port", port);
        port(faults, "blob-port", blobPort);
        port(faults, "identity-port", identityPort);
        if (latency.isNegative()) {
            faults.append("\n  latency: must not be negative, is ").append(latency);
        }
        if (blobDelay.isNegative()) {
            faults.append("\n  blob-delay: must not be negative, is ").append(blobDelay);
        }
        if (retryAfter < 0 || retryAfter > 3600) {
            faults.append("\n  retry-after: must be 0 to 3600 s, is ").append(retryAfter);
        }
        if (!(speed > 0 && speed <= 10_000)) {
            faults.append("\n  speed: must be above 0 and at most 10000, is ").append(speed);
        }
        if (!faults.isEmpty()) {
            throw new IllegalArgumentException("simulator options:" + faults);
        }
    }

    /** Free ports, quick operations, the default world, no faults, nothing written but Azurite's folder. */
    public static SimulatorOptions defaults() {
        return new SimulatorOptions(
                0,
                0,
                0,
                Duration.ofSeconds(1),
                Duration.ofMillis(1500),
                1,
                1,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                cache().resolve("nightcap").resolve("azurite-3.35.0"),
                line -> {});
    }

    public SimulatorOptions withPort(int value) {
        return new SimulatorOptions(
                value,
                blobPort,
                identityPort,
                latency,
                blobDelay,
                retryAfter,
                speed,
                scenario,
                world,
                captureFile,
                journal,
                state,
                azurite,
                progress);
    }

    public SimulatorOptions withBlobPort(int value) {
        return new SimulatorOptions(
                port,
                value,
                identityPort,
                latency,
                blobDelay,
                retryAfter,
                speed,
                scenario,
                world,
                captureFile,
                journal,
                state,
                azurite,
                progress);
    }

    public SimulatorOptions withIdentityPort(int value) {
        return new SimulatorOptions(
                port,
                blobPort,
                value,
                latency,
                blobDelay,
                retryAfter,
                speed,
                scenario,
                world,
                captureFile,
                journal,
                state,
                azurite,
                progress);
    }

    public SimulatorOptions withLatency(Duration value) {
        return new SimulatorOptions(
                port,
                blobPort,
                identityPort,
                value,
                blobDelay,
                retryAfter,
                speed,
                scenario,
                world,
                captureFile,
                journal,
                state,
                azurite,
                progress);
    }

    public SimulatorOptions withBlobDelay(Duration value) {
        return new SimulatorOptions(
                port,
                blobPort,
                identityPort,
                latency,
                value,
                retryAfter,
                speed,
                scenario,
                world,
                captureFile,
                journal,
                state,
                azurite,
                progress);
    }

    public SimulatorOptions withRetryAfter(int value) {
        return new SimulatorOptions(
                port,
                blobPort,
                identityPort,
                latency,
                blobDelay,
                value,
                speed,
                scenario,
                world,
                captureFile,
                journal,
                state,
                azurite,
                progress);
    }

    public SimulatorOptions withSpeed(double value) {
        return new SimulatorOptions(
                port,
                blobPort,
                identityPort,
                latency,
                blobDelay,
                retryAfter,
                value,
                scenario,
                world,
                captureFile,
                journal,
                state,
                azurite,
                progress);
    }

    public SimulatorOptions withScenario(Path value) {
        return new SimulatorOptions(
                port,
                blobPort,
                identityPort,
                latency,
                blobDelay,
                retryAfter,
                speed,
                Optional.of(value),
                world,
                captureFile,
                journal,
                state,
                azurite,
                progress);
    }

    public SimulatorOptions withWorld(Path value) {
        return new SimulatorOptions(
                port,
                blobPort,
                identityPort,
                latency,
                blobDelay,
                retryAfter,
                speed,
                scenario,
                Optional.of(value),
                captureFile,
                journal,
                state,
                azurite,
                progress);
    }

    public SimulatorOptions withCaptureFile(Path value) {
        return new SimulatorOptions(
                port,
                blobPort,
                identityPort,
                latency,
                blobDelay,
                retryAfter,
                speed,
                scenario,
                world,
                Optional.of(value),
                journal,
                state,
                azurite,
                progress);
    }

    public SimulatorOptions withJournal(Path value) {
        return new SimulatorOptions(
                port,
                blobPort,
                identityPort,
                latency,
                blobDelay,
                retryAfter,
                speed,
                scenario,
                world,
                captureFile,
                Optional.of(value),
                state,
                azurite,
                progress);
    }

    public SimulatorOptions withState(Path value) {
        return new SimulatorOptions(
                port,
                blobPort,
                identityPort,
                latency,
                blobDelay,
                retryAfter,
                speed,
                scenario,
                world,
                captureFile,
                journal,
                Optional.of(value),
                azurite,
                progress);
    }

    public SimulatorOptions withAzurite(Path value) {
        return new SimulatorOptions(
                port,
                blobPort,
                identityPort,
                latency,
                blobDelay,
                retryAfter,
                speed,
                scenario,
                world,
                captureFile,
                journal,
                state,
                value,
                progress);
    }

    public SimulatorOptions withProgress(Consumer<String> value) {
        return new SimulatorOptions(
                port,
                blobPort,
                identityPort,
                latency,
                blobDelay,
                retryAfter,
                speed,
                scenario,
                world,
                captureFile,
                journal,
                state,
                azurite,
                value);
    }

    private static Path cache() {
        String set = System.getenv("XDG_CACHE_HOME");
        return set == null || set.isBlank() ? Path.of(System.getProperty("user.home"), ".cache") : Path.of(set);
    }

    private static void port(StringBuilder faults, String name, int port) {
        if (port < 0 || port > 65_535) {
            faults.append("\n  ")
                    .append(name)
                    .append(": must be 0 to 65535, is ")
                    .append(port);
        }
    }
}
