package dev.nightcap.pcap.flow;

import dev.nightcap.pcap.packet.Endpoint;

/** The counters behind {@link ServerFacts}. */
final class Server {
    final long high;
    final long low;
    final int port;
    long connections;
    long attempts;
    long packets;
    final Counter unanswered = new Counter();
    final Counter refused = new Counter();
    final Counter retransmissions = new Counter();
    final Counter zeroWindow = new Counter();

    Server(long high, long low, int port) {
        this.high = high;
        this.low = low;
        this.port = port;
    }

    /** Orders servers by how much there is to tell of them. */
    long trouble() {
        return unanswered.count() + refused.count() + retransmissions.count() + zeroWindow.count();
    }

    ServerFacts facts() {
        return new ServerFacts(
                Endpoint.of(high, low, port),
                connections,
                attempts,
                unanswered.tally(),
                refused.tally(),
                packets,
                retransmissions.tally(),
                zeroWindow.tally());
    }
}
