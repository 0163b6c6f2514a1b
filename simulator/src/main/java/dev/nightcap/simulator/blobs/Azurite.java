package dev.nightcap.simulator.blobs;

import dev.nightcap.simulator.web.Authority;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The real Azurite as a child process, over https with {@code --oauth basic}, so that bearer tokens and SAS both work.
 * Blobs are kept in its memory and go with it. It ends with {@link #close()}, with this JVM, and also when this JVM is killed.
 */
public final class Azurite implements AutoCloseable {

    private static final Pattern LISTENS = Pattern.compile("successfully listens on (https://\\S+)");

    private final Process process;
    private final String endpoint;

    private Azurite(Process process, String endpoint) {
        this.process = process;
        this.endpoint = endpoint;
    }

    /**
     * Installs Azurite if need be, starts it and waits until it listens.
     *
     * @param port 0 for a free one
     * @param folder where Azurite is installed
     * @param accounts the names of the accounts; all have the same key
     * @param key base64
     * @throws IOException if it cannot be installed or does not listen within 60 s, with what it printed
     */
    public static Azurite start(
            int port,
            Path folder,
            Collection<String> accounts,
            String key,
            Authority authority,
            Consumer<String> progress)
            throws IOException {
        AzuriteInstall.ensure(folder, progress);
        Path secrets = Files.createTempDirectory(
                "nightcap-azurite-",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        Files.writeString(secrets.resolve("cert.pem"), authority.chainPem());
        Files.writeString(secrets.resolve("key.pem"), authority.keyPem());
        ProcessBuilder builder = new ProcessBuilder(command(port, folder, secrets)).redirectErrorStream(true);
        builder.directory(folder.toFile());
        builder.environment()
                .put(
                        "AZURITE_ACCOUNTS",
                        accounts.stream().map(name -> name + ":" + key).collect(Collectors.joining(";")));
        Process process = node(builder);
        try {
            return new Azurite(process, listening(process));
        } catch (IOException | RuntimeException e) {
            process.destroyForcibly();
            throw e;
        } finally {
            // Read by Azurite before it listens; no longer needed by anybody.
            Files.deleteIfExists(secrets.resolve("key.pem"));
            Files.deleteIfExists(secrets.resolve("cert.pem"));
            Files.deleteIfExists(secrets);
        }
    }

    /** {@code https://127.0.0.1:PORT}; the account is the first segment of a path. */
    public String endpoint() {
        return endpoint;
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(2, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private static List<String> command(int port, Path folder, Path secrets) throws IOException {
        return List.of(
                "node",
                "--eval",
                script(),
                "--",
                folder.toAbsolutePath().toString(),
                "--blobHost",
                "127.0.0.1",
                "--blobPort",
                Integer.toString(port),
                "--inMemoryPersistence",
                "--silent",
                "--skipApiVersionCheck",
                "--disableTelemetry",
                "--oauth",
                "basic",
                "--cert",
                secrets.resolve("cert.pem").toString(),
                "--key",
                secrets.resolve("key.pem").toString());
    }

    /** Given on the command line, so that it is always the one of this build, whatever is installed. */
    private static String script() throws IOException {
        try (InputStream in = Azurite.class.getResourceAsStream("run.js")) {
            if (in == null) {
                throw new IOException("resource missing from the build: run.js");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static Process node(ProcessBuilder builder) throws IOException {
        try {
            return builder.start();
        } catch (IOException e) {
            throw new IOException("node is not on the PATH; install Node.js 20 or later", e);
        }
    }

    private static String listening(Process process) throws IOException {
        CompletableFuture<String> listens = new CompletableFuture<>();
        Deque<String> printed = new ArrayDeque<>();
        Thread reader = new Thread(() -> read(process, printed, listens), "azurite-output");
        reader.setDaemon(true);
        reader.start();
        try {
            return listens.get(60, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw new IOException("Azurite ended before it listened: " + e.getCause(), e);
        } catch (TimeoutException e) {
            throw new IOException("Azurite does not listen after 60 s", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while Azurite was starting", e);
        }
    }

    private static void read(Process process, Deque<String> printed, CompletableFuture<String> listens) {
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                Matcher matcher = LISTENS.matcher(line);
                if (matcher.find()) {
                    listens.complete(matcher.group(1));
                } else if (!listens.isDone()) {
                    printed.add(line);
                }
            }
            listens.completeExceptionally(new IOException(String.join("\n", printed)));
        } catch (IOException e) {
            listens.completeExceptionally(e);
        }
    }
}
