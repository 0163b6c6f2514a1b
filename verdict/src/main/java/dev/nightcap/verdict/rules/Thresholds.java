package dev.nightcap.verdict.rules;

import java.time.Duration;

/** Where a count becomes a finding, and why there. */
final class Thresholds {
    /**
     * Share of TCP packets sent again that is worth a warning. Loss below 1 % is ordinary on the Internet and costs little;
     * above it the throughput of one connection falls with the square root of the loss (Mathis et al., 1997).
     */
    static final double RETRANSMISSIONS_WARN = 0.01;

    /** From here on people notice: at 5 % a request of 20 packets is more likely hit than not (1 - 0.95^20 = 64 %). */
    static final double RETRANSMISSIONS_ERROR = 0.05;

    /** Fewer than these say nothing about a rate. */
    static final long RETRANSMISSIONS_LEAST = 10;

    /** A reset is put down to idleness only after this: shorter silences are ordinary thinking time. */
    static final Duration IDLE_LEAST = Duration.ofSeconds(10);

    /** Idle times of resets agree, and so point to one timer, if their middle 80 % lie within this share of the median. */
    static final double IDLE_SPREAD = 0.1;

    /** Azure's load balancer, NAT gateway and outbound rules drop idle flows after 4 minutes unless set otherwise. */
    static final Duration AZURE_IDLE = Duration.ofMinutes(4);

    /** How near to {@link #AZURE_IDLE} a median must be to name it: the percentile itself is off by up to 2 %. */
    static final Duration AZURE_IDLE_NEAR = Duration.ofSeconds(12);

    /** A handshake within a region takes 1 to 2 ms, across an ocean 100 to 200; half a second is neither. */
    static final Duration HANDSHAKE_SLOW = Duration.ofMillis(500);

    /** Findings of one kind that are told one by one. */
    static final int LISTED = 3;

    private Thresholds() {}
}
