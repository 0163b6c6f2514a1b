package dev.nightcap.starter.local;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The product's cache folder: {@code ~/.cache/nightcap}; {@code XDG_CACHE_HOME} is honoured. */
public record CacheFolder(Path path) {
    public static CacheFolder of(Map<String, String> environment) {
        String cache = environment.get("XDG_CACHE_HOME");
        Path base = cache == null || cache.isBlank()
                ? Path.of(environment.getOrDefault("HOME", "."), ".cache")
                : Path.of(cache);
        return new CacheFolder(base.resolve("nightcap"));
    }

    /** Where {@code temporal install} puts the binary. */
    public Path binary() {
        return binaries().resolve("temporal");
    }

    Path binaries() {
        return path.resolve("bin");
    }

    /** Where the dev server keeps its database, log, lock and state. */
    Path server() {
        return path.resolve("temporal");
    }

    /** The {@code temporal} to use: of the PATH, else of this folder. */
    public Optional<Path> temporal(Map<String, String> environment) {
        return Stream.concat(onPath(environment, "temporal").stream(), Stream.of(binary()))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** A program of the PATH. */
    static Optional<Path> onPath(Map<String, String> environment, String program) {
        return Arrays.stream(environment.getOrDefault("PATH", "").split(java.io.File.pathSeparator))
                .filter(folder -> !folder.isBlank())
                .map(folder -> Path.of(folder, program))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
