package dev.nightcap.pcap.flow;

/** What was seen of UDP, DNS included. */
public record UdpFacts(long packets) {}
