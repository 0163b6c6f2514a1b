package dev.nightcap.activities.azure;

import com.azure.core.credential.AccessToken;
import com.azure.core.credential.TokenCredential;
import com.azure.core.credential.TokenRequestContext;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import reactor.core.publisher.Mono;

/** What the simulator gets: a well-formed token that nobody signed and nobody else would take. */
final class FakeCredential implements TokenCredential {
    private static final long LIFETIME = 3600;
    private static final String NOBODY = "00000000-0000-4000-8000-000000000000";

    private final String tenant;
    private final InstantSource clock;

    FakeCredential(String tenant, InstantSource clock) {
        this.tenant = tenant;
        this.clock = clock;
    }

    @Override
    public Mono<AccessToken> getToken(TokenRequestContext request) {
        return Mono.fromSupplier(() -> token(request));
    }

    private AccessToken token(TokenRequestContext request) {
        long now = clock.instant().getEpochSecond();
        String audience = request.getScopes().get(0).replaceFirst("/\\.default$", "");
        String claims =
                "{\"aud\":\"%s\",\"iss\":\"https://sts.windows.net/%s/\",\"tid\":\"%s\",\"oid\":\"%s\",\"nbf\":%d,\"exp\":%d}"
                        .formatted(audience, tenant, tenant, NOBODY, now - 60, now + LIFETIME);
        String token = part("{\"alg\":\"none\",\"typ\":\"JWT\"}") + "." + part(claims) + "." + part("nobody");
        return new AccessToken(token, OffsetDateTime.ofInstant(clock.instant().plusSeconds(LIFETIME), ZoneOffset.UTC));
    }

    private static String part(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
