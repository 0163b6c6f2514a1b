package dev.nightcap.simulator.traffic;

/**
 * One Ethernet frame with IPv4 in it.
 *
 * @param micros since the capture's start; may be negative for what went before
 * @param protocol 6 for TCP, 17 for UDP
 */
record Frame(long micros, Endpoint from, Endpoint to, int protocol, Bytes bytes) {

    /** An address and a port. */
    record Endpoint(String address, int port) {}
}
