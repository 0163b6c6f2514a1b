package dev.nightcap.pcap.flow;

import java.time.Duration;

/** A distribution of durations: percentiles are exact within 2 %, the greatest is exact. All zero when count is 0. */
public record Latency(long count, Duration p10, Duration p50, Duration p90, Duration p95, Duration max) {}
