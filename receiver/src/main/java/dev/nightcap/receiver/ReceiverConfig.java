package dev.nightcap.receiver;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * How the receiver listens, and to whom.
 *
 * @param host to bind; an address beyond loopback needs a token
 * @param port 0 takes a free one
 * @param tokens any of which lets in, several for rotation; each of at least {@value #SHORTEST_TOKEN} characters
 * @param openOnLoopback whether to do without a token, possible on loopback only
 * @param maxBodyBytes more is refused by 413; flat log alerts may embed 1,000 rows
 * @param bodyTimeout within which the whole body arrives
 * @param idleTimeout of a connection on which nothing moves
 * @param stopTimeout how long {@code close} waits for requests that were accepted
 * @param refusalsPerMinute how often one address may fail to authenticate before it is answered 429
 */
public record ReceiverConfig(
        String host,
        int port,
        List<String> tokens,
        boolean openOnLoopback,
        long maxBodyBytes,
        Duration bodyTimeout,
        Duration idleTimeout,
        Duration stopTimeout,
        int refusalsPerMinute) {
    public static final String DEFAULT_HOST = "127.0.0.1";
    public static final long DEFAULT_MAX_BODY_BYTES = 1L << 20;
    private static final int SHORTEST_TOKEN = 16;
    private static final Pattern LOOPBACK =
            Pattern.compile("localhost|127\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}|::1|\\[::1]");

    /** @throws IllegalArgumentException naming all that is wrong; never a token */
    public ReceiverConfig {
        tokens = List.copyOf(tokens);
        List<String> faults = new ArrayList<>();
        boolean loopback = LOOPBACK.matcher(host).matches();
        if (port < 0 || port > 65_535) {
            faults.add("a port is 0 (a free one) to 65535");
        }
        if (tokens.stream().anyMatch(token -> token.strip().length() < SHORTEST_TOKEN)) {
            faults.add("a token has at least " + SHORTEST_TOKEN + " characters");
        }
        if (tokens.isEmpty() && !loopback) {
            faults.add("beyond loopback the receiver needs a token");
        }
        if (tokens.isEmpty() && loopback && !openOnLoopback) {
            faults.add("the receiver needs a token, or has to be told to be open on loopback");
        }
        if (maxBodyBytes < 1 || maxBodyBytes > 1L << 26) {
            faults.add("the largest body is 1 byte to 64 MiB");
        }
        if (List.of(bodyTimeout, idleTimeout, stopTimeout).stream().anyMatch(time -> time.toMillis() < 1)) {
            faults.add("the time limits are positive");
        }
        if (refusalsPerMinute < 1) {
            faults.add("the refusals per minute are at least 1");
        }
        if (!faults.isEmpty()) {
            throw new IllegalArgumentException(String.join("; ", faults));
        }
    }

    /** With these tokens, and defaults for all else. */
    public static ReceiverConfig of(String host, int port, List<String> tokens) {
        return new ReceiverConfig(
                host,
                port,
                tokens,
                false,
                DEFAULT_MAX_BODY_BYTES,
                Duration.ofSeconds(10),
                Duration.ofSeconds(30),
                Duration.ofSeconds(10),
                30);
    }

    /** On loopback, for whoever is on this machine. */
    public static ReceiverConfig open(int port) {
        return new ReceiverConfig(
                DEFAULT_HOST,
                port,
                List.of(),
                true,
                DEFAULT_MAX_BODY_BYTES,
                Duration.ofSeconds(10),
                Duration.ofSeconds(30),
                Duration.ofSeconds(10),
                30);
    }

    /** Without the tokens. */
    @Override
    public String toString() {
        return "ReceiverConfig[" + host + ":" + port + ", " + tokens.size() + " tokens]";
    }
}
