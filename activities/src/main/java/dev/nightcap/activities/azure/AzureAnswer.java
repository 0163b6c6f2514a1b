package dev.nightcap.activities.azure;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.nightcap.workflows.capture.AzureError;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What an answer of Azure that is no success says: the parts that decide what comes next, and those that a support
 * ticket needs. All texts are safe to show.
 *
 * @param message empty if there was none
 * @param retryAfter null if Azure did not say
 */
public record AzureAnswer(
        int status,
        @Nullable String code,
        String message,
        @Nullable String correlationId,
        @Nullable Duration retryAfter) {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration LONGEST_WAIT = Duration.ofHours(1);

    /**
     * Reads an error body: {@code {"error":{"code","message"}}} as ARM writes it, without the wrapper and capitalised as
     * App Service does, or no JSON at all.
     *
     * @param header a header's value by its name, or null
     */
    public static AzureAnswer of(int status, Function<String, @Nullable String> header, @Nullable String body) {
        JsonNode error = error(body);
        return new AzureAnswer(
                status,
                code(error, header.apply("x-ms-error-code")),
                SafeText.of(text(error, "message")),
                firstOf(header.apply("x-ms-correlation-request-id"), header.apply("x-ms-request-id")),
                retryAfter(header.apply("Retry-After"), Instant.now()));
    }

    /** The error that stands in an answer of status 200, as those of asynchronous operations do. */
    public static AzureAnswer within(JsonNode document) {
        JsonNode error = document.path("error");
        return new AzureAnswer(200, code(error, null), SafeText.of(text(error, "message")), null, null);
    }

    /** What a ticket needs. */
    public AzureError forSupport() {
        return new AzureError(code, correlationId);
    }

    /** Code and message, or the status where Azure said neither. */
    public String described() {
        String name = code == null ? "HTTP " + status : code;
        return message.isEmpty() ? name : name + ": " + message;
    }

    private static JsonNode error(@Nullable String body) {
        try {
            JsonNode root = JSON.readTree(body == null || body.isBlank() ? "{}" : body);
            return root.path("error").isObject() ? root.path("error") : root;
        } catch (JsonProcessingException notJson) {
            return JSON.createObjectNode();
        }
    }

    private static @Nullable String code(JsonNode error, @Nullable String header) {
        String code = text(error, "code");
        String known = code == null ? header : code;
        return known == null ? null : known.replaceAll("[^\\w.-]", "?").substring(0, Math.min(known.length(), 80));
    }

    private static @Nullable String text(JsonNode node, String name) {
        String capitalised = Character.toUpperCase(name.charAt(0)) + name.substring(1);
        JsonNode value = node.path(name).isMissingNode() ? node.path(capitalised) : node.path(name);
        return value.isValueNode() && !value.isNull() ? value.asText() : null;
    }

    private static @Nullable String firstOf(@Nullable String one, @Nullable String other) {
        return one == null ? other : one;
    }

    /** Seconds or an HTTP date; nothing where it is neither. Never more than an hour. */
    static @Nullable Duration retryAfter(@Nullable String header, Instant now) {
        if (header == null) {
            return null;
        }
        Duration wait;
        try {
            wait = header.strip().matches("\\d{1,9}")
                    ? Duration.ofSeconds(Long.parseLong(header.strip()))
                    : Duration.between(
                            now,
                            ZonedDateTime.parse(header.strip(), DateTimeFormatter.RFC_1123_DATE_TIME)
                                    .toInstant());
        } catch (DateTimeParseException neither) {
            return null;
        }
        if (wait.isNegative()) {
            return Duration.ZERO;
        }
        return wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
    }
}
