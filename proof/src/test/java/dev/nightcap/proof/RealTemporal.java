package dev.nightcap.proof;

import static org.junit.jupiter.api.Assumptions.abort;

import dev.nightcap.workflows.capture.Visibility;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A Temporal dev server on a free port, with its database in a file, that can be killed and started again. */
final class RealTemporal {
    /** On the console too: the test runner shows no reason for a class that it skips. */
    private static final String SKIPPED =
            "SKIPPED: proofs on a real Temporal server, for there is no temporal on the PATH or"
                    + " in the cache folder; ./nightcap temporal install puts one there";

    private final Processes processes;
    private final Path database;
    private final int port = freePort();
    private Process process;

    private RealTemporal(Processes processes, Path database) {
        this.processes = processes;
        this.database = database;
        this.process = launch();
    }

    /** Starts one, or skips the test where no {@code temporal} is to be had and none is required. */
    static RealTemporal orSkip(Processes processes, Path database) {
        boolean required = "true".equals(System.getenv("NIGHTCAP_REQUIRE_TEMPORAL"));
        if (!required && binary().isEmpty()) {
            System.err.println(SKIPPED);
            abort(SKIPPED);
        }
        return new RealTemporal(processes, database);
    }

    String address() {
        return "127.0.0.1:" + port;
    }

    void kill9() {
        Processes.kill9(process);
    }

    void startAgain() {
        process = launch();
    }

    private Process launch() {
        String binary = binary().orElseThrow(() -> new IllegalStateException("no temporal, and it is required"))
                .toString();
        List<String> command = new ArrayList<>(List.of(binary, "server", "start-dev", "--ip", "127.0.0.1"));
        command.addAll(List.of("--port", String.valueOf(port), "--headless", "--log-level", "error"));
        command.addAll(List.of("--db-filename", database.toString()));
        Visibility.KEYS.forEach(key -> command.addAll(List.of("--search-attribute", key.getName() + "=Keyword")));
        Process started = processes.start("temporal", Map.of(), command);
        Waiting.until("the Temporal server listens", this::listens);
        return started;
    }

    private boolean listens() {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    private static Optional<Path> binary() {
        Stream<Path> onPath = Stream.of(System.getenv("PATH").split(":")).map(folder -> Path.of(folder, "temporal"));
        String cache = System.getenv("XDG_CACHE_HOME");
        Path folder = cache == null ? Path.of(System.getProperty("user.home"), ".cache") : Path.of(cache);
        return Stream.concat(onPath, Stream.of(folder.resolve("nightcap/bin/temporal")))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
