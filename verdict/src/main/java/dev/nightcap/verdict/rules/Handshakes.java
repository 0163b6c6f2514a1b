package dev.nightcap.verdict.rules;

import dev.nightcap.pcap.CaptureFacts;
import dev.nightcap.pcap.flow.Latency;
import java.util.List;

/** How long TCP handshakes took. */
final class Handshakes implements Rule {
    @Override
    public List<Finding> judge(CaptureFacts facts) {
        Latency time = facts.tcp().handshake();
        if (time.count() == 0) {
            return List.of();
        }
        boolean slow = time.p95().compareTo(Thresholds.HANDSHAKE_SLOW) >= 0;
        return List.of(new Finding(
                slow ? Severity.WARN : Severity.OK,
                "tcp-handshake",
                "handshake p50 " + Words.duration(time.p50()) + ", p95 " + Words.duration(time.p95()),
                time.count(),
                slow ? "tcp.analysis.initial_rtt>=0.5" : "",
                0,
                null));
    }
}
