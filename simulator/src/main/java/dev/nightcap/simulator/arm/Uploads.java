package dev.nightcap.simulator.arm;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/** The agents' work, off the threads that answer: at most two files are made at once. */
final class Uploads implements AutoCloseable {

    private final Recorder recorder;
    private final Consumer<String> progress;
    private final ExecutorService threads = Executors.newFixedThreadPool(2, Uploads::daemon);
    private final ExecutorService foresight = Executors.newSingleThreadExecutor(Uploads::daemon);

    Uploads(Recorder recorder, Consumer<String> progress) {
        this.recorder = recorder;
        this.progress = progress;
    }

    /** When the last of them reaches its byte limit; empty if one never does. */
    CompletableFuture<Optional<Instant>> fullAt(List<Recording> recordings) {
        return CompletableFuture.supplyAsync(
                () -> {
                    Optional<Instant> last = Optional.empty();
                    for (Recording recording : recordings) {
                        Optional<Instant> full = recorder.fullAt(recording);
                        if (full.isEmpty()) {
                            return full;
                        }
                        last = last.filter(at -> at.isAfter(full.get())).or(() -> full);
                    }
                    return last;
                },
                foresight);
    }

    /** Stores it soon; a failure is reported as progress, for Azure would not tell either. */
    void store(Recording recording) {
        threads.execute(() -> {
            try {
                recorder.store(recording);
            } catch (IOException | RuntimeException e) {
                progress.accept("the file of " + recording.blob() + " was not written: " + e);
            }
        });
    }

    @Override
    public void close() {
        threads.shutdownNow();
        foresight.shutdownNow();
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "simulator-agent");
        thread.setDaemon(true);
        return thread;
    }
}
