package dev.nightcap.workflows.target;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;

/**
 * Ids that derive from what they name, so that everybody computes the same one. The public id of a capture is
 * {@code web-01-3fa9c01b}: short name and 32 bits of the target key's SHA-256 (only targets of the same short name can
 * collide). Its workflow id is that with the prefix {@value #PREFIX}.
 */
public final class CaptureId {
    /** Stands before the public id in the workflow id. */
    public static final String PREFIX = "capture/";

    private static final int SHORT_NAME_LIMIT = 60;

    private CaptureId() {}

    /** The public id of the captures of a target: at most 69 characters, lower case. */
    public static String of(Target target) {
        String name = target.shortName().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9.-]", "-");
        return name.substring(0, Math.min(name.length(), SHORT_NAME_LIMIT)) + "-" + digest(target.key(), 4);
    }

    /** The workflow id of the captures of a target. */
    public static String workflowId(Target target) {
        return PREFIX + of(target);
    }

    /** The public id in a workflow id. */
    public static String publicId(String workflowId) {
        return workflowId.startsWith(PREFIX) ? workflowId.substring(PREFIX.length()) : workflowId;
    }

    /** The first {@code bytes} of the SHA-256 of a text, in hexadecimal. */
    public static String digest(String text, int bytes) {
        try {
            byte[] all = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(all, 0, bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
