package dev.nightcap.simulator.arm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.nightcap.simulator.web.Answer;
import dev.nightcap.simulator.web.Call;
import dev.nightcap.simulator.web.Dropped;
import dev.nightcap.simulator.web.Endpoint;
import dev.nightcap.simulator.web.Json;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One JSON line for each exchange with ARM: {@code time, method, path, operation, status, requestBody, clientRequestId},
 * and {@code dropped} where the client got no answer. No header but the client's request id is written, so no token is.
 * The newest 10 000 lines are kept in memory too.
 */
public final class Journal implements AutoCloseable {

    private static final int KEPT = 10_000;

    private final @Nullable BufferedWriter file;
    private final Deque<String> lines = new ArrayDeque<>();

    /**
     * Opens the journal.
     *
     * @param file appended to and flushed after every line; null for memory alone
     */
    public Journal(@Nullable Path file) throws IOException {
        this.file = file == null
                ? null
                : Files.newBufferedWriter(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    Endpoint around(Endpoint inner) {
        return call -> {
            Instant time = Instant.now();
            Answer answer = inner.answer(call);
            write(line(time, call, answer));
            return answer;
        };
    }

    /** Oldest first. */
    public synchronized List<String> lines() {
        return List.copyOf(lines);
    }

    @Override
    public synchronized void close() throws IOException {
        if (file != null) {
            file.close();
        }
    }

    private static ObjectNode line(Instant time, Call call, Answer answer) {
        ObjectNode line = Json.object()
                .put("time", time.toString())
                .put("method", call.request().method())
                .put("path", call.request().path())
                .put("operation", call.operation())
                .put("status", answer.reply().status());
        line.set("requestBody", body(call.request().body()));
        line.put(
                "clientRequestId",
                call.request().header("x-ms-client-request-id").orElse(null));
        if (answer instanceof Dropped) {
            line.put("dropped", true);
        }
        return line;
    }

    private static @Nullable JsonNode body(String text) {
        if (text.isEmpty()) {
            return null;
        }
        try {
            return Json.read(text);
        } catch (UncheckedIOException e) {
            return new TextNode(text);
        }
    }

    private synchronized void write(ObjectNode line) {
        String text = Json.compact(line);
        lines.add(text);
        if (lines.size() > KEPT) {
            lines.remove();
        }
        if (file == null) {
            return;
        }
        try {
            file.write(text);
            file.newLine();
            file.flush();
        } catch (IOException e) {
            throw new UncheckedIOException("the journal cannot be written", e);
        }
    }
}
