package dev.nightcap.receiver.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.nio.ByteBuffer;
import java.util.List;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.Fields;
import org.jspecify.annotations.Nullable;

/** One request and its answer. Whoever holds it answers exactly once, from any thread. */
record Exchange(Request request, Response response, Callback callback) {
    static final String ALERT_ID = "dev.nightcap.alert";
    private static final String JSON = "application/json";
    private static final String PROBLEM = "application/problem+json";
    private static final ObjectWriter WRITER = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
            .build()
            .writer();

    HttpFields headers() {
        return request.getHeaders();
    }

    /** All values of a query parameter; none where the query cannot be read. */
    List<String> query(String name) {
        try {
            Fields fields = Request.extractQueryParameters(request);
            return fields.getValuesOrEmpty(name);
        } catch (RuntimeException e) {
            return List.of();
        }
    }

    @Nullable
    String firstQuery(String name) {
        List<String> values = query(name);
        return values.isEmpty() ? null : values.get(0);
    }

    /** For the access log. */
    void concerns(String alertId) {
        request.setAttribute(ALERT_ID, alertId);
    }

    Exchange with(HttpHeader header, String value) {
        return with(header.asString(), value);
    }

    Exchange with(String header, String value) {
        response.getHeaders().put(header, value);
        return this;
    }

    void answer(int status, Object body) {
        send(status, JSON, body);
    }

    void answer(Problem problem) {
        send(problem.status(), PROBLEM, problem);
    }

    private void send(int status, String type, Object body) {
        byte[] bytes;
        try {
            bytes = WRITER.writeValueAsBytes(body);
        } catch (JsonProcessingException e) {
            callback.failed(e);
            return;
        }
        with(HttpHeader.CONTENT_TYPE, type)
                .with(HttpHeader.CACHE_CONTROL, "no-store")
                .with("X-Content-Type-Options", "nosniff")
                .with("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
        response.setStatus(status);
        response.write(true, ByteBuffer.wrap(bytes), callback);
    }
}
