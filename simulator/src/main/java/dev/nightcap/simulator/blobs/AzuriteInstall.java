package dev.nightcap.simulator.blobs;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Azurite in a folder of its own, put there once by {@code npm ci} from our lock file. The folder is there whole or
 * not at all; of several processes that want it one installs and the others wait.
 */
final class AzuriteInstall {

    private static final List<String> FILES = List.of("package.json", "package-lock.json");
    private static final Object ONE_PER_JVM = new Object();

    private AzuriteInstall() {}

    /**
     * Makes sure that the folder holds Azurite.
     *
     * @throws IOException if npm is absent, fails, or takes more than ten minutes
     */
    static void ensure(Path folder, Consumer<String> progress) throws IOException {
        if (complete(folder)) {
            return;
        }
        Files.createDirectories(folder.toAbsolutePath().getParent());
        Path lockFile = folder.resolveSibling(folder.getFileName() + ".lock");
        synchronized (ONE_PER_JVM) {
            try (FileChannel channel = FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock lock = channel.lock()) {
                if (lock.isValid() && !complete(folder)) {
                    install(folder, progress);
                }
            }
        }
    }

    private static boolean complete(Path folder) {
        return Files.isRegularFile(folder.resolve("node_modules/azurite/dist/src/blob/main.js"))
                && FILES.stream().allMatch(name -> Files.isRegularFile(folder.resolve(name)));
    }

    private static void install(Path folder, Consumer<String> progress) throws IOException {
        progress.accept("installing Azurite 3.35.0 (once, about 15 s)…");
        Path fresh = Files.createTempDirectory(folder.toAbsolutePath().getParent(), "azurite-installing-");
        try {
            for (String name : FILES) {
                try (InputStream in = AzuriteInstall.class.getResourceAsStream(name)) {
                    if (in == null) {
                        throw new IOException("resource missing from the build: " + name);
                    }
                    Files.copy(in, fresh.resolve(name));
                }
            }
            npm(fresh);
            delete(folder);
            move(fresh, folder);
        } finally {
            delete(fresh);
        }
    }

    private static void npm(Path folder) throws IOException {
        Path log = folder.resolve("install.log");
        ProcessBuilder builder = new ProcessBuilder("npm", "ci", "--omit=dev", "--no-audit", "--no-fund")
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().putAll(Map.of("npm_config_update_notifier", "false"));
        Process npm = start(builder);
        try {
            if (!npm.waitFor(10, TimeUnit.MINUTES)) {
                npm.destroyForcibly();
                throw new IOException("npm ci took more than 10 minutes");
            }
        } catch (InterruptedException e) {
            npm.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while Azurite was being installed", e);
        }
        if (npm.exitValue() != 0) {
            throw new IOException("npm ci failed with exit code " + npm.exitValue() + ":\n" + Files.readString(log));
        }
    }

    private static Process start(ProcessBuilder builder) throws IOException {
        try {
            return builder.start();
        } catch (IOException e) {
            throw new IOException("npm is not on the PATH; install Node.js 20 or later, which brings it", e);
        }
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to);
        }
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
