package dev.nightcap.verdict.rules;

import dev.nightcap.pcap.CaptureFacts;
import java.util.List;

/** Receivers that said they can take no more: the application behind them does not read. */
final class ZeroWindows implements Rule {
    @Override
    public List<Finding> judge(CaptureFacts facts) {
        long count = facts.tcp().zeroWindow().count();
        return count == 0
                ? List.of()
                : List.of(Finding.of(
                        Severity.WARN,
                        "tcp-zero-window",
                        Words.count(count, "packet")
                                + " with a closed receive window: a receiver does not keep up with what it is sent",
                        facts.tcp().zeroWindow(),
                        "tcp.analysis.zero_window"));
    }
}
