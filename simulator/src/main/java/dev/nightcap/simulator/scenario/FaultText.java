package dev.nightcap.simulator.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.Set;

/** One fault as JSON: {@code {"type": …}} and what that type takes. */
final class FaultText {

    private static final Set<String> OPERATIONS = Set.of("create", "stop", "delete");
    private static final Set<String> PHASES = Set.of("request", "create", "running", "stop", "blob", "delete");

    private FaultText() {}

    static Fault parse(String place, JsonNode node, Problems problems) {
        String type = problems.text(place, node, "type", "");
        problems.unknown(place, node, fields(type));
        return switch (type) {
            case "refuse" -> refuse(place, node, problems);
            case "reset" -> new Fault.Reset();
            case "stall" -> new Fault.Stall(duration(place, node, "by", Duration.ofSeconds(1), problems));
            case "failed" ->
                new Fault.Failed(
                        problems.oneOf(place, node, "operation", "create", OPERATIONS),
                        problems.text(place, node, "code", "InternalServerError"),
                        problems.text(place, node, "message", "An error occurred."));
            case "captureError" ->
                new Fault.CaptureError(
                        errors(place, node, problems), duration(place, node, "after", Duration.ofSeconds(1), problems));
            case "blobLate" -> new Fault.BlobLate(duration(place, node, "by", Duration.ofSeconds(5), problems));
            case "blobNever" -> new Fault.BlobNever();
            case "blobEmpty" -> new Fault.BlobEmpty();
            case "blobCut" -> new Fault.BlobCut(problems.number(place, node, "bytes", 1000, 0, Long.MAX_VALUE));
            case "quota" ->
                new Fault.Quota(
                        (int) problems.number(place, node, "sessions", 0, 0, Integer.MAX_VALUE),
                        (int) problems.number(place, node, "status", 409, 400, 599),
                        problems.text(place, node, "code", "QuotaExceeded"));
            case "hold" ->
                new Fault.Hold(Fault.Phase.valueOf(
                        problems.oneOf(place, node, "what", "running", PHASES).toUpperCase(Locale.ROOT)));
            default -> {
                problems.add(
                        place + ".type",
                        "must be one of blobCut, blobEmpty, blobLate, blobNever, captureError, failed, hold, quota,"
                                + " refuse, reset, stall, not '" + type + "'");
                yield new Fault.Reset();
            }
        };
    }

    static Duration duration(String place, JsonNode node, String field, Duration fallback, Problems problems) {
        String text = problems.text(place, node, field, "");
        if (text.isEmpty()) {
            return fallback;
        }
        return Durations.parse(text).orElseGet(() -> {
            problems.add(place + "." + field, "must be a duration such as 250ms, 1.5s, 2m or 1h, not '" + text + "'");
            return fallback;
        });
    }

    private static Fault refuse(String place, JsonNode node, Problems problems) {
        int status = (int) problems.number(place, node, "status", 503, 400, 599);
        OptionalInt retryAfter = node.has("retryAfter")
                ? OptionalInt.of((int) problems.number(place, node, "retryAfter", 1, 0, 3600))
                : OptionalInt.empty();
        return new Fault.Refuse(
                status,
                problems.text(place, node, "code", usualCode(status)),
                problems.text(place, node, "message", "The simulator's scenario says so."),
                retryAfter);
    }

    private static String usualCode(int status) {
        return switch (status) {
            case 401 -> "AuthenticationFailed";
            case 403 -> "AuthorizationFailed";
            case 404 -> "ResourceNotFound";
            case 409 -> "AnotherOperationInProgress";
            case 429 -> "SubscriptionRequestsThrottled";
            case 500 -> "InternalServerError";
            default -> status < 500 ? "BadRequest" : "ServerUnavailable";
        };
    }

    private static List<String> errors(String place, JsonNode node, Problems problems) {
        List<String> errors = new ArrayList<>();
        node.path("errors").forEach(error -> errors.add(error.asText()));
        if (errors.isEmpty()) {
            problems.add(place + ".errors", "must name at least one, such as AgentStopped or StorageFailed");
        }
        return List.copyOf(errors);
    }

    private static Set<String> fields(String type) {
        return switch (type) {
            case "refuse" -> Set.of("type", "status", "code", "message", "retryAfter");
            case "stall", "blobLate" -> Set.of("type", "by");
            case "failed" -> Set.of("type", "operation", "code", "message");
            case "captureError" -> Set.of("type", "errors", "after");
            case "blobCut" -> Set.of("type", "bytes");
            case "quota" -> Set.of("type", "sessions", "status", "code");
            case "hold" -> Set.of("type", "what");
            default -> Set.of("type");
        };
    }
}
