package dev.nightcap.receiver.http;

import java.time.Duration;

/** What a request may take; see the receiver's configuration. */
public record Limits(long maxBodyBytes, Duration body, Duration idle, Duration stop) {}
