package dev.nightcap.verdict.rules;

import dev.nightcap.pcap.CaptureFacts;
import dev.nightcap.pcap.flow.ServerFacts;
import dev.nightcap.pcap.flow.TcpFacts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** SYNs that nothing came back for: dropped by a firewall, a security group or a route, or a host that is down. */
final class UnansweredConnections implements Rule {
    private static final String CODE = "tcp-syn-unanswered";

    @Override
    public List<Finding> judge(CaptureFacts facts) {
        TcpFacts tcp = facts.tcp();
        if (tcp.attempts() == tcp.pending()) {
            return List.of();
        }
        if (tcp.unanswered().count() == 0) {
            return tcp.refused().count() > 0
                    ? List.of()
                    : List.of(Finding.note(
                            Severity.OK,
                            "tcp-connects",
                            Words.count(tcp.attempts() - tcp.pending(), "connection") + " opened, every SYN answered",
                            tcp.attempts() - tcp.pending()));
        }
        List<ServerFacts> servers = tcp.servers().stream()
                .filter(server -> server.unanswered().count() > 0)
                .sorted(Comparator.comparingLong(
                                (ServerFacts server) -> server.unanswered().count())
                        .reversed())
                .toList();
        List<Finding> findings = new ArrayList<>();
        long told = 0;
        for (ServerFacts server : servers.subList(0, Math.min(Thresholds.LISTED, servers.size()))) {
            told += server.unanswered().count();
            findings.add(Finding.of(
                    Severity.ERROR,
                    CODE,
                    Words.count(server.unanswered().count()) + " of "
                            + Words.count(server.attempts(), "connection") + " to " + server.endpoint()
                            + " got no SYN-ACK",
                    server.unanswered(),
                    Words.to(server.endpoint()) + " && tcp.completeness==1"));
        }
        long rest = tcp.unanswered().count() - told;
        if (rest > 0) {
            findings.add(new Finding(
                    Severity.ERROR,
                    CODE,
                    Words.count(rest, "connection") + " to other destinations got no SYN-ACK",
                    rest,
                    "tcp.completeness==1",
                    0,
                    null));
        }
        return findings;
    }
}
