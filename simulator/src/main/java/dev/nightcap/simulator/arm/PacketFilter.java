package dev.nightcap.simulator.arm;

/**
 * A filter as it was sent; an unset part is the empty text.
 *
 * @param protocol {@code TCP}, {@code UDP} or {@code Any}
 * @param localAddress one address, {@code a-b} or {@code a;b}; the other three likewise
 */
public record PacketFilter(
        String protocol, String localAddress, String remoteAddress, String localPort, String remotePort) {}
