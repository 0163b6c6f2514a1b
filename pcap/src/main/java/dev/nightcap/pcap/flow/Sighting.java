package dev.nightcap.pcap.flow;

import java.time.Instant;

/** Where something was first seen: frame number from 1, as Wireshark counts, and the time that the file gives it. */
public record Sighting(long packet, Instant at) {}
