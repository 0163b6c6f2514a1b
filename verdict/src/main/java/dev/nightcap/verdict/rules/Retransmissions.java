package dev.nightcap.verdict.rules;

import dev.nightcap.pcap.CaptureFacts;
import dev.nightcap.pcap.flow.ServerFacts;
import dev.nightcap.pcap.flow.TcpFacts;
import java.util.Comparator;
import java.util.List;

/** Segments sent again: loss on the way, or a receiver that does not keep up. */
final class Retransmissions implements Rule {
    @Override
    public List<Finding> judge(CaptureFacts facts) {
        TcpFacts tcp = facts.tcp();
        if (tcp.packets() == 0) {
            return List.of();
        }
        long count = tcp.retransmissions().count();
        double share = (double) count / tcp.packets();
        String numbers = Words.percent(share) + " (" + Words.count(count) + ")";
        if (count < Thresholds.RETRANSMISSIONS_LEAST || share < Thresholds.RETRANSMISSIONS_WARN) {
            return List.of(Finding.of(
                    Severity.OK,
                    "tcp-retransmissions",
                    "retransmissions " + numbers,
                    tcp.retransmissions(),
                    count == 0 ? "" : "tcp.analysis.retransmission"));
        }
        return List.of(Finding.of(
                share >= Thresholds.RETRANSMISSIONS_ERROR ? Severity.ERROR : Severity.WARN,
                "tcp-retransmissions",
                "retransmissions " + numbers + where(tcp, count),
                tcp.retransmissions(),
                filter(tcp, count)));
    }

    private static String where(TcpFacts tcp, long count) {
        ServerFacts worst = worst(tcp);
        return isMost(worst, count) ? ", most in connections to " + worst.endpoint() : "";
    }

    private static String filter(TcpFacts tcp, long count) {
        ServerFacts worst = worst(tcp);
        return (isMost(worst, count) ? Words.with(worst.endpoint()) + " && " : "") + "tcp.analysis.retransmission";
    }

    private static ServerFacts worst(TcpFacts tcp) {
        return tcp.servers().stream()
                .max(Comparator.comparingLong(server -> server.retransmissions().count()))
                .orElseThrow();
    }

    private static boolean isMost(ServerFacts server, long count) {
        return server.retransmissions().count() * 2 > count;
    }
}
