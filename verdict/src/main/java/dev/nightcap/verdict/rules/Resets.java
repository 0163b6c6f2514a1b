package dev.nightcap.verdict.rules;

import dev.nightcap.pcap.CaptureFacts;
import dev.nightcap.pcap.flow.Latency;
import dev.nightcap.pcap.flow.ResetFacts;
import java.time.Duration;
import java.util.List;

/** Connections torn down with a RST, and whether the silence before it looks like somebody's idle timer. */
final class Resets implements Rule {
    @Override
    public List<Finding> judge(CaptureFacts facts) {
        if (facts.tcp().connections() > 0 && facts.tcp().rst().count() == 0) {
            return List.of(Finding.note(Severity.OK, "tcp-resets", "no RST", 0));
        }
        return facts.tcp().resets().stream()
                .limit(Thresholds.LISTED)
                .map(Resets::finding)
                .toList();
    }

    private static Finding finding(ResetFacts resets) {
        boolean timer = isTimer(resets.idle());
        String sentence = Words.count(resets.connections().count(), "connection") + " reset, RST sent by "
                + resets.sender()
                + (timer ? " after about " + Words.duration(resets.idle().p50()) + " idle" : "")
                + (timer && isAzureDefault(resets.idle().p50()) ? ", Azure's default idle timeout" : "");
        return Finding.of(
                Severity.ERROR,
                timer ? "tcp-reset-idle" : "tcp-reset",
                sentence,
                resets.connections(),
                Words.from(resets.sender()) + " && tcp.flags.reset==1");
    }

    private static boolean isTimer(Latency idle) {
        long middle = idle.p50().toNanos();
        return idle.p50().compareTo(Thresholds.IDLE_LEAST) >= 0
                && idle.p90().minus(idle.p10()).toNanos() <= middle * Thresholds.IDLE_SPREAD;
    }

    private static boolean isAzureDefault(Duration idle) {
        return idle.minus(Thresholds.AZURE_IDLE).abs().compareTo(Thresholds.AZURE_IDLE_NEAR) <= 0;
    }
}
