package dev.nightcap.starter.local;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.nightcap.starter.terminal.Complaint;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * The machine's own Temporal dev server, one for all terminals: durable in a file, detached from whoever started it. A
 * lock in the cache folder lets one process at a time start or stop it; a state file tells the others where it is.
 */
public final class DevServer {
    private static final Duration STOPPING = Duration.ofSeconds(15);

    private static final ReentrantLock THREADS = new ReentrantLock();

    private final Map<String, String> environment;
    private final CacheFolder cache;
    private final ObjectMapper json = new ObjectMapper();

    public DevServer(Map<String, String> environment) {
        this.environment = Map.copyOf(environment);
        this.cache = CacheFolder.of(environment);
    }

    /** Whether a binary is there that could be started. */
    public boolean isInstalled() {
        return cache.temporal(environment).isPresent();
    }

    /** The one that runs, if one does. */
    public Optional<RunningServer> running() {
        return remembered().filter(RunningServer::answers);
    }

    /**
     * Starts it unless it runs; answers once it serves.
     *
     * @param progress is told what happens
     * @throws Complaint if there is no binary, or it does not come up
     */
    public RunningServer start(Consumer<String> progress) {
        Optional<RunningServer> before = running();
        return before.isPresent() ? before.get() : locked(() -> running().orElseGet(() -> launch(progress)));
    }

    /** Ends it; false if none ran. What it knows stays in its database. */
    public boolean stop() {
        return locked(() -> {
            Optional<RunningServer> running = running();
            running.flatMap(server -> ProcessHandle.of(server.pid())).ifPresent(DevServer::end);
            forget();
            return running.isPresent();
        });
    }

    /** Where its log stands. */
    public Path log() {
        return cache.server().resolve("server.log");
    }

    private RunningServer launch(Consumer<String> progress) {
        Path binary = cache.temporal(environment)
                .orElseThrow(() -> Complaint.unreachable(
                        "there is no Temporal: no address is set (TEMPORAL_ADDRESS or a profile), and no temporal binary"
                                + " is on the PATH or in " + cache.path(),
                        "nightcap temporal install",
                        null));
        progress.accept("starting the machine's own Temporal dev server (" + binary + ")");
        RunningServer server = Launch.of(environment, binary, cache.server(), log());
        remember(server);
        return server;
    }

    private static void end(ProcessHandle process) {
        process.destroy();
        try {
            process.onExit().get(STOPPING.toSeconds(), TimeUnit.SECONDS);
        } catch (java.util.concurrent.TimeoutException | java.util.concurrent.ExecutionException e) {
            process.destroyForcibly();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** A file lock keeps processes apart, not threads of one. */
    private <T> T locked(Supplier<T> work) {
        THREADS.lock();
        try {
            Files.createDirectories(cache.server());
            try (FileChannel channel = FileChannel.open(
                            cache.server().resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock lock = channel.lock()) {
                if (!lock.isValid()) {
                    throw new IllegalStateException("a lock that was just taken is valid");
                }
                return work.get();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the folder " + cache.server() + " cannot be used", e);
        } finally {
            THREADS.unlock();
        }
    }

    private Optional<RunningServer> remembered() {
        try {
            return Optional.of(json.readValue(Files.readString(state()), RunningServer.class));
        } catch (IOException none) {
            return Optional.empty();
        }
    }

    private void remember(RunningServer server) {
        try {
            Path fresh = state().resolveSibling("server.json.part");
            Files.writeString(fresh, json.writeValueAsString(server));
            Files.move(fresh, state(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("the state file " + state() + " cannot be written", e);
        }
    }

    private void forget() {
        try {
            Files.deleteIfExists(state());
        } catch (IOException e) {
            throw new UncheckedIOException("the state file " + state() + " cannot be deleted", e);
        }
    }

    private Path state() {
        return cache.server().resolve("server.json");
    }
}
