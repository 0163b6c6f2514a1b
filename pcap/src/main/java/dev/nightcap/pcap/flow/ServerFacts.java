package dev.nightcap.pcap.flow;

import dev.nightcap.pcap.packet.Endpoint;

/**
 * What was seen of the connections to one endpoint.
 *
 * @param endpoint the end that was sent the SYN; where none was seen, the end with the lower port
 * @param connections all of them
 * @param attempts those whose SYN was seen
 * @param unanswered SYNs (one per connection) that nothing came back for
 * @param refused SYNs (one per connection) that a RST came back for
 * @param packets packets of these connections, both ways
 * @param retransmissions as in {@link TcpFacts}
 * @param zeroWindow as in {@link TcpFacts}
 */
public record ServerFacts(
        Endpoint endpoint,
        long connections,
        long attempts,
        Tally unanswered,
        Tally refused,
        long packets,
        Tally retransmissions,
        Tally zeroWindow) {}
