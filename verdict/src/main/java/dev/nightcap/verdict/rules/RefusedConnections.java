package dev.nightcap.verdict.rules;

import dev.nightcap.pcap.CaptureFacts;
import dev.nightcap.pcap.flow.ServerFacts;
import java.util.Comparator;
import java.util.List;

/** SYNs answered by a RST: the host is there, but nothing listens on the port, or a firewall rejects. */
final class RefusedConnections implements Rule {
    @Override
    public List<Finding> judge(CaptureFacts facts) {
        return facts.tcp().servers().stream()
                .filter(server -> server.refused().count() > 0)
                .sorted(Comparator.comparingLong(
                                (ServerFacts server) -> server.refused().count())
                        .reversed())
                .limit(Thresholds.LISTED)
                .map(server -> Finding.of(
                        Severity.ERROR,
                        "tcp-refused",
                        Words.count(server.refused().count()) + " of "
                                + Words.count(server.attempts(), "connection") + " to " + server.endpoint()
                                + " refused (RST in answer to the SYN)",
                        server.refused(),
                        Words.with(server.endpoint()) + " && tcp.flags.reset==1 && tcp.seq==1"))
                .toList();
    }
}
