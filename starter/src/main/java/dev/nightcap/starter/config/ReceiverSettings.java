package dev.nightcap.starter.config;

import org.jspecify.annotations.Nullable;

/**
 * Where the receiver listens.
 *
 * @param host default {@code 127.0.0.1}
 * @param port 0 takes a free one; default {@value #DEFAULT_PORT}
 * @param token which senders must show; null where none is configured
 */
public record ReceiverSettings(
        String host, int port, @Nullable SecretSource token) {
    static final int DEFAULT_PORT = 8080;
}
