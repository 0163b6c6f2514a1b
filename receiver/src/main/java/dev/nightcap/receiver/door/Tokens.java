package dev.nightcap.receiver.door;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;

/** Compares tokens by their digests, each with each, so that the time taken tells nothing of them. */
final class Tokens {
    private final List<byte[]> digests;

    Tokens(List<String> tokens) {
        this.digests = tokens.stream().map(String::strip).map(Tokens::digest).toList();
    }

    boolean accept(List<String> presented) {
        boolean known = digests.isEmpty();
        for (String token : presented) {
            byte[] digest = digest(token);
            for (byte[] valid : digests) {
                known |= MessageDigest.isEqual(valid, digest);
            }
        }
        return known;
    }

    private static byte[] digest(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
