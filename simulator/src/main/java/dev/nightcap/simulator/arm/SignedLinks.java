package dev.nightcap.simulator.arm;

import dev.nightcap.simulator.web.WebRequest;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.Signature;
import java.time.Instant;
import java.util.Base64;

/**
 * Links to operations as the network provider writes them: about 3 kB, with {@code t} (.NET ticks), {@code c} (in Azure
 * a certificate; here as many random bytes), {@code s} (a signature) and {@code h} (a digest). A link that was altered is refused.
 */
final class SignedLinks {

    private static final long TICKS_AT_1970 = 621_355_968_000_000_000L;

    private final KeyPair key;
    private final String certificate;

    SignedLinks() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            key = generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
        byte[] certificateLike = new byte[1850];
        new SecureRandom().nextBytes(certificateLike);
        certificate = encode(certificateLike);
    }

    /** A link to that path on the host that the client used. */
    String link(WebRequest request, String path, ApiVersion version, Instant now) {
        long ticks = TICKS_AT_1970 + now.getEpochSecond() * 10_000_000L + now.getNano() / 100;
        String signed = path + "?api-version=" + version.text() + "&t=" + ticks + "&c=" + certificate;
        byte[] digest = digest(signed);
        return "https://" + request.host() + signed + "&s=" + encode(sign(digest)) + "&h=" + encode(digest);
    }

    /**
     * Refuses a link that is not one of ours.
     *
     * @throws ArmError 403 if the link is not one of ours, character for character; what Azure
     *     answers here is not on record
     */
    void check(WebRequest request) {
        String signed = request.rawPath() + "?api-version=" + part(request, "api-version") + "&t=" + part(request, "t")
                + "&c=" + part(request, "c");
        byte[] digest = digest(signed);
        if (!part(request, "h").equals(encode(digest)) || !verify(digest, part(request, "s"))) {
            throw new ArmError(
                    403,
                    "AuthorizationFailed",
                    "The signature of the operation's link is missing or does not fit. Use the link as it was given.");
        }
    }

    private static String part(WebRequest request, String name) {
        return request.query(name).orElse("");
    }

    private static byte[] digest(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private byte[] sign(byte[] digest) {
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(key.getPrivate());
            signature.update(digest);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private boolean verify(byte[] digest, String signed) {
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initVerify(key.getPublic());
            signature.update(digest);
            return signature.verify(Base64.getUrlDecoder().decode(signed));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return false;
        }
    }

    private static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
