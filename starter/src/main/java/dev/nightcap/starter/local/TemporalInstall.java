package dev.nightcap.starter.local;

import dev.nightcap.starter.terminal.Complaint;
import io.temporal.testing.TemporalDevServer;
import io.temporal.testing.TemporalDevServerOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Puts a {@code temporal} binary into the cache folder: downloaded where the network allows it, else built by Go. */
public final class TemporalInstall {
    /** The newest that {@code go install} takes: later ones carry a replace directive, which it refuses. */
    private static final String GO_MODULE = "github.com/temporalio/cli/cmd/temporal@v1.5.1";

    private static final URI DOWNLOADS = URI.create("https://temporal.download/");
    private static final Duration REACH = Duration.ofSeconds(4);
    private static final long BUILD_MINUTES = 30;

    private final Map<String, String> environment;
    private final CacheFolder cache;
    private final Consumer<String> progress;

    /** @param progress is told what happens */
    public TemporalInstall(Map<String, String> environment, Consumer<String> progress) {
        this.environment = Map.copyOf(environment);
        this.cache = CacheFolder.of(environment);
        this.progress = progress;
    }

    /**
     * The binary that is there, or is there now.
     *
     * @throws Complaint saying what to do, if there is no way
     */
    public Path install() {
        Optional<Path> there = cache.temporal(environment);
        if (there.isPresent()) {
            progress.accept("already there: " + there.get());
            return there.get();
        }
        try {
            Files.createDirectories(cache.binaries());
        } catch (IOException e) {
            throw new UncheckedIOException("the folder " + cache.binaries() + " cannot be made", e);
        }
        if (downloaded() || built()) {
            return cache.binary();
        }
        throw Complaint.unreachable(
                "no Temporal dev server could be had: temporal.download cannot be reached, and there is no Go to build it",
                "install the Temporal CLI (https://docs.temporal.io/cli) so that temporal is on the PATH, or Go 1.25 and"
                        + " run this again; or set TEMPORAL_ADDRESS to a server that runs",
                null);
    }

    private boolean downloaded() {
        progress.accept("asking temporal.download (at most " + REACH.toSeconds() + " s)");
        if (!reachable()) {
            progress.accept("temporal.download cannot be reached from here");
            return false;
        }
        Path folder = cache.path().resolve("download");
        progress.accept("downloading the Temporal CLI");
        try (TemporalDevServer server = TemporalDevServer.start(TemporalDevServerOptions.newBuilder()
                .setDownloadDestination(Files.createDirectories(folder).toString())
                .setUiEnabled(false)
                .build())) {
            progress.accept("downloaded; it answers at " + server.getTarget());
        } catch (IOException | RuntimeException e) {
            progress.accept("the download failed: " + e.getMessage());
            return false;
        }
        return moved(folder);
    }

    private static boolean reachable() {
        HttpClient client = HttpClient.newBuilder().connectTimeout(REACH).build();
        try {
            client.send(
                    HttpRequest.newBuilder(DOWNLOADS)
                            .timeout(REACH)
                            .method("HEAD", HttpRequest.BodyPublishers.noBody())
                            .build(),
                    BodyHandlers.discarding());
            return true;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** The download names the file by its version; ours has one name. */
    private boolean moved(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            Optional<Path> binary = files.filter(Files::isRegularFile)
                    .filter(Files::isExecutable)
                    .max(Comparator.comparingLong(file -> file.toFile().length()));
            if (binary.isPresent()) {
                Files.move(binary.get(), cache.binary(), StandardCopyOption.REPLACE_EXISTING);
            }
            return binary.isPresent();
        } catch (IOException e) {
            progress.accept("the download cannot be moved: " + e.getMessage());
            return false;
        }
    }

    private boolean built() {
        Optional<Path> go = CacheFolder.onPath(environment, "go");
        if (go.isEmpty()) {
            return false;
        }
        progress.accept("building it: go install " + GO_MODULE + " (about 3.5 min on 2 cores, some downloads by Go)");
        Path log = cache.path().resolve("go-install.log");
        ProcessBuilder builder = new ProcessBuilder(go.get().toString(), "install", GO_MODULE)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().put("GOBIN", cache.binaries().toString());
        return finished(builder, log) && Files.isExecutable(cache.binary());
    }

    private boolean finished(ProcessBuilder builder, Path log) {
        long begun = System.nanoTime();
        Process process = null;
        try {
            process = builder.start();
            while (!process.waitFor(10, TimeUnit.SECONDS)) {
                long seconds = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - begun);
                progress.accept("  building, " + seconds + " s");
                if (seconds > TimeUnit.MINUTES.toSeconds(BUILD_MINUTES)) {
                    progress.accept("go install takes too long; its log: " + log);
                    return false;
                }
            }
            if (process.exitValue() != 0) {
                progress.accept("go install failed; its log: " + log);
            }
            return process.exitValue() == 0;
        } catch (IOException e) {
            progress.accept("go cannot be run: " + e.getMessage());
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            if (process != null) {
                process.destroy();
            }
        }
    }
}
