package dev.nightcap.simulator.arm;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.nightcap.simulator.web.Answer;
import dev.nightcap.simulator.web.Handler;
import dev.nightcap.simulator.web.Json;
import dev.nightcap.simulator.web.Reply;
import dev.nightcap.simulator.web.WebRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;

/**
 * The managed identity of App Service: {@code GET IDENTITY_ENDPOINT?api-version=…&resource=…} with
 * {@code X-IDENTITY-HEADER}. Tokens are well-formed and worth nothing: nobody has signed them.
 */
public final class IdentityEndpoint implements Handler {

    private static final Duration LIFE = Duration.ofHours(24);

    private final String tenant;
    private final String secret;

    /**
     * Makes an endpoint for one tenant.
     *
     * @param secret what {@code X-IDENTITY-HEADER} must hold
     */
    public IdentityEndpoint(String tenant, String secret) {
        this.tenant = tenant;
        this.secret = secret;
    }

    @Override
    public Answer handle(WebRequest request) {
        if (!request.path().equals("/msi/token")) {
            return Reply.of(404, "{\"statusCode\":404,\"message\":\"only /msi/token is here\"}");
        }
        if (!request.header("X-IDENTITY-HEADER").equals(Optional.of(secret))) {
            return Reply.of(401, "{\"statusCode\":401,\"message\":\"X-IDENTITY-HEADER is missing or wrong\"}");
        }
        Optional<String> resource = request.query("resource");
        if (resource.isEmpty()) {
            return Reply.of(400, "{\"statusCode\":400,\"message\":\"the query parameter resource is missing\"}");
        }
        Instant now = Instant.now();
        ObjectNode body = Json.object()
                .put("access_token", token(resource.get(), now))
                .put("expires_on", Long.toString(now.plus(LIFE).getEpochSecond()))
                .put("resource", resource.get())
                .put("token_type", "Bearer")
                .put("client_id", Ids.stable("simulator client"));
        return Reply.of(200, Json.compact(body)).with("Content-Type", "application/json; charset=utf-8");
    }

    private String token(String resource, Instant now) {
        ObjectNode header = Json.object().put("typ", "JWT").put("alg", "none");
        ObjectNode claims = Json.object()
                .put("aud", resource.replaceAll("/+$", ""))
                .put("iss", "https://sts.windows.net/" + tenant + "/")
                .put("iat", now.getEpochSecond())
                .put("nbf", now.minus(Duration.ofMinutes(5)).getEpochSecond())
                .put("exp", now.plus(LIFE).getEpochSecond())
                .put("appid", Ids.stable("simulator client"))
                .put("oid", Ids.stable("simulator"))
                .put("sub", Ids.stable("simulator"))
                .put("tid", tenant)
                .put("ver", "1.0");
        return encode(Json.compact(header)) + "." + encode(Json.compact(claims)) + "." + encode("simulated");
    }

    private static String encode(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
