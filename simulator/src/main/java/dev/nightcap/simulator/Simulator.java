package dev.nightcap.simulator;

import dev.nightcap.simulator.arm.Arm;
import dev.nightcap.simulator.arm.IdentityEndpoint;
import dev.nightcap.simulator.arm.Journal;
import dev.nightcap.simulator.arm.Timing;
import dev.nightcap.simulator.arm.World;
import dev.nightcap.simulator.arm.WorldText;
import dev.nightcap.simulator.blobs.Azurite;
import dev.nightcap.simulator.blobs.BlobWriter;
import dev.nightcap.simulator.scenario.Scenario;
import dev.nightcap.simulator.scenario.ScenarioText;
import dev.nightcap.simulator.scenario.SpeedClock;
import dev.nightcap.simulator.traffic.Story;
import dev.nightcap.simulator.web.Authority;
import dev.nightcap.simulator.web.WebServer;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.Deque;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Local Azure on loopback, as an object: started whole or not at all, ended with {@link #close()} or with the JVM. */
public final class Simulator implements AutoCloseable {

    private final Deque<AutoCloseable> parts = new ArrayDeque<>();
    private final Thread atExit = new Thread(this::end, "simulator-end");
    private final SimulatorState state;
    private final Scenario scenario;
    private final Journal journal;
    private final Arm arm;

    private Simulator(SimulatorOptions options) throws IOException {
        options.given().captureFile().filter(file -> !Files.isReadable(file)).ifPresent(file -> {
            throw new IllegalArgumentException("capture-file: cannot be read: " + file);
        });
        World world = world(options);
        ScenarioText rules = rules(options);
        Authority authority = Authority.create();
        String key = Base64.getEncoder().encodeToString(random(64));
        CompletableFuture<Azurite> azurite =
                CompletableFuture.supplyAsync(() -> azurite(options, world, key, authority));
        try {
            SpeedClock clock = new SpeedClock(options.pace().speed());
            scenario = new Scenario(clock, rules.seed());
            journal = keep(new Journal(options.left().journal().orElse(null)));
            CompletableFuture<BlobWriter> blobs =
                    azurite.thenApply(one -> new BlobWriter(one.endpoint(), key, authority.tls()));
            arm = keep(new Arm(
                    world,
                    clock,
                    new Timing(
                            options.pace().latency(),
                            options.pace().blobDelay(),
                            options.pace().retryAfter()),
                    scenario,
                    new Agents(blobs, options.given().captureFile()),
                    journal,
                    key,
                    options.progress()));
            WebServer armServer =
                    keep(WebServer.https(options.ports().arm(), authority.tls(), new Control(scenario, journal, arm)));
            String identityHeader = HexFormat.of().formatHex(random(16));
            WebServer identity = keep(
                    WebServer.http(options.ports().identity(), new IdentityEndpoint(world.tenant(), identityHeader)));
            state = new SimulatorState(
                    "https://localhost:" + armServer.port(),
                    keep(azurite.join()).endpoint(),
                    "http://127.0.0.1:" + identity.port() + "/msi/token",
                    identityHeader,
                    ca(options, authority).toString(),
                    key,
                    world.tenant(),
                    world.subscription());
            rules.rules().forEach(scenario::lay);
            if (options.left().state().isPresent()) {
                Path file = options.left().state().get();
                Closeable removal = () -> Files.deleteIfExists(file);
                parts.push(removal);
                state.writeTo(file);
            }
        } catch (CompletionException e) {
            end();
            throw new IOException("the blob service did not start: " + message(e), e);
        } catch (IOException | RuntimeException e) {
            abandon(azurite);
            end();
            throw e;
        }
    }

    /**
     * Starts everything and returns when all of it answers: within 3 s where Azurite is installed.
     *
     * @throws IOException if a port is taken, a file cannot be read or written, or Azurite cannot be had
     * @throws IllegalArgumentException if the world or the scenario is wrong, with every fault and its place
     */
    public static Simulator start(SimulatorOptions options) throws IOException {
        Simulator simulator = new Simulator(options);
        Runtime.getRuntime().addShutdownHook(simulator.atExit);
        return simulator;
    }

    public SimulatorState state() {
        return state;
    }

    /** The faults in force; rules can be laid down and lifted at any time. */
    public Scenario scenario() {
        return scenario;
    }

    /** The newest exchanges with ARM, one JSON document each, oldest first. */
    public List<String> journal() {
        return journal.lines();
    }

    /** Ends all parts, the newest first. Packet captures are forgotten and blobs are gone. */
    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(atExit);
        } catch (IllegalStateException e) {
            // The JVM is ending: the hook is at work, and end() waits for it.
            end();
            return;
        }
        end();
    }

    private synchronized void end() {
        while (!parts.isEmpty()) {
            try {
                parts.pop().close();
            } catch (Exception e) {
                Thread.currentThread().getThreadGroup().uncaughtException(Thread.currentThread(), e);
            }
        }
    }

    /** Waits until it has started, for only then can it be ended. */
    private static void abandon(CompletableFuture<Azurite> azurite) {
        try {
            azurite.join().close();
        } catch (CompletionException e) {
            // It never started: the first failure is the one to tell.
            return;
        }
    }

    private <T extends AutoCloseable> T keep(T part) {
        parts.push(part);
        return part;
    }

    private static World world(SimulatorOptions options) throws IOException {
        return options.given().world().isEmpty()
                ? WorldText.standard(Story.names())
                : WorldText.parse(
                        options.given().world().get().toString(),
                        Files.readString(options.given().world().get()),
                        Story.names());
    }

    private static ScenarioText rules(SimulatorOptions options) throws IOException {
        return options.given().scenario().isEmpty()
                ? ScenarioText.none()
                : ScenarioText.parse(
                        options.given().scenario().get().toString(),
                        Files.readString(options.given().scenario().get()));
    }

    private static Azurite azurite(SimulatorOptions options, World world, String key, Authority authority) {
        try {
            return Azurite.start(
                    options.ports().blob(),
                    options.azurite(),
                    world.accounts().stream().map(World.Account::name).toList(),
                    key,
                    authority,
                    options.progress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Beside the state file, or else in a temporary file; it goes with the simulator. */
    private Path ca(SimulatorOptions options, Authority authority) throws IOException {
        Path file;
        if (options.left().state().isPresent()) {
            Path state = options.left().state().get().toAbsolutePath();
            file = state.resolveSibling(state.getFileName() + ".ca.pem");
        } else {
            file = Files.createTempFile("nightcap-simulator-", ".ca.pem");
        }
        Closeable removal = () -> Files.deleteIfExists(file);
        parts.push(removal);
        Files.writeString(file, authority.rootPem());
        return file;
    }

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        new SecureRandom().nextBytes(bytes);
        return bytes;
    }

    private static String message(CompletionException e) {
        Throwable cause = e.getCause();
        if (cause instanceof UncheckedIOException io) {
            cause = io.getCause();
        }
        return cause == null ? e.toString() : String.valueOf(cause.getMessage());
    }
}
