package dev.nightcap.receiver.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.nightcap.receiver.policy.Plan.Reject;
import org.jspecify.annotations.Nullable;

/** An error as RFC 9457 wants it; {@code type} is stable, {@code fix} says what would be right. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonPropertyOrder({"type", "title", "status", "detail", "pointer", "schema", "fix"})
record Problem(
        String type,
        String title,
        int status,
        String detail,
        @Nullable String pointer,
        @Nullable String schema,
        String fix) {
    private static final String PREFIX = "urn:nightcap:problem:";

    static Problem of(int status, String reason, String detail, String fix) {
        return new Problem(PREFIX + reason, title(reason), status, detail, null, null, fix);
    }

    static Problem of(Reject reject) {
        return new Problem(
                PREFIX + reject.reason(),
                title(reject.reason()),
                reject.status(),
                reject.sentence(),
                reject.pointer(),
                reject.schema(),
                reject.fix());
    }

    static Problem unauthenticated() {
        return of(
                401,
                "not-authenticated",
                "the request brought no token that is known",
                "send the header \"Authorization: Bearer TOKEN\", or put ?token=TOKEN into the URL");
    }

    static Problem tooManyRefusals() {
        return of(
                429,
                "too-many-refusals",
                "too many requests without a known token came from this address",
                "wait a minute, and send a token");
    }

    static Problem notFound() {
        return of(404, "not-found", "there is nothing here", "the paths are /alerts, /alerts/ID and /captures/ID");
    }

    static Problem methodNotAllowed(String allowed) {
        return of(405, "method-not-allowed", "this path does not take this method", "use " + allowed);
    }

    static Problem tooLarge() {
        return of(413, "body-too-large", "the body is larger than is taken here", "send a smaller body");
    }

    static Problem tooSlow() {
        return of(408, "body-too-slow", "the body did not arrive in time", "send the body at once");
    }

    static Problem mediaType() {
        return of(
                415,
                "unsupported-media-type",
                "the body is not declared to be JSON in UTF-8",
                "send the header \"Content-Type: application/json\"");
    }

    static Problem unreachable() {
        return of(
                503,
                "temporal-unreachable",
                "Temporal cannot be reached, so nothing was accepted",
                "send the same request again later");
    }

    static Problem internal() {
        return of(500, "internal-error", "the receiver failed", "look into the receiver's log");
    }

    private static String title(String reason) {
        String words = reason.replace('-', ' ');
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
