package dev.nightcap.verdict.rules;

import dev.nightcap.pcap.CaptureFacts;
import java.util.Comparator;
import java.util.List;

/** All rules, in the order in which their findings are told where severity does not decide. */
public final class Rules {
    private static final List<Rule> ALL = List.of(
            new UnansweredConnections(),
            new RefusedConnections(),
            new Resets(),
            new Resolutions(),
            new TlsHandshakes(),
            new Retransmissions(),
            new ZeroWindows(),
            new Handshakes(),
            new Confidence());

    private Rules() {}

    /** Findings of all rules, heaviest first. */
    public static List<Finding> judge(CaptureFacts facts) {
        return ALL.stream()
                .flatMap(rule -> rule.judge(facts).stream())
                .sorted(Comparator.comparing(Finding::severity))
                .toList();
    }
}
