package dev.nightcap.proof;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Processes of the product, started through the one Main as a user would, and ended by their id. */
final class Processes implements AutoCloseable {
    private static final Path LOGS = Path.of("target", "logs");

    private final List<Process> running = new ArrayList<>();

    /** Starts {@code nightcap ARGUMENTS}; what it writes goes to {@code target/logs/NAME.log}. */
    Process nightcap(String name, Map<String, String> environment, String... arguments) {
        return start(name, environment, command(arguments), null);
    }

    /** Runs {@code nightcap ARGUMENTS} to its end; its data goes to a file, all else to the log. */
    int nightcapTo(Path data, String name, Map<String, String> environment, String... arguments) {
        Process process = start(name, environment, command(arguments), data.toFile());
        Waiting.until("nightcap " + String.join(" ", arguments) + " ends", () -> !process.isAlive());
        return process.exitValue();
    }

    private static List<String> command(String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                "dev.nightcap.starter.Main"));
        command.addAll(List.of(arguments));
        return command;
    }

    Process start(String name, Map<String, String> environment, List<String> command) {
        return start(name, environment, command, null);
    }

    private Process start(String name, Map<String, String> environment, List<String> command, File data) {
        try {
            Files.createDirectories(LOGS);
            File log = LOGS.resolve(name + ".log").toFile();
            ProcessBuilder builder = new ProcessBuilder(command)
                    .redirectErrorStream(data == null)
                    .redirectOutput(
                            data == null ? ProcessBuilder.Redirect.appendTo(log) : ProcessBuilder.Redirect.to(data))
                    .redirectError(ProcessBuilder.Redirect.appendTo(log))
                    .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")));
            builder.environment().putAll(environment);
            Process process = builder.start();
            running.add(process);
            return process;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** SIGKILL: nothing in the process gets a chance to tidy up. */
    static void kill9(Process process) {
        process.destroyForcibly();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                throw new IllegalStateException("process " + process.pid() + " survives SIGKILL");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        running.forEach(Processes::kill9);
    }
}
