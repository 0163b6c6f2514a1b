package dev.nightcap.verdict.rules;

import dev.nightcap.pcap.CaptureFacts;
import java.util.ArrayList;
import java.util.List;

/** What limits the trust in all other findings: a file cut short or damaged, packets cut, one direction missing. */
final class Confidence implements Rule {
    @Override
    public List<Finding> judge(CaptureFacts facts) {
        List<Finding> findings = new ArrayList<>();
        if (facts.truncated()) {
            findings.add(Finding.note(
                    Severity.WARN,
                    "file-truncated",
                    "the file ends in the middle of a packet: what came after is not judged",
                    1));
        }
        String damage = facts.damage();
        if (damage != null) {
            findings.add(Finding.note(Severity.WARN, "file-damaged", "reading stopped early: " + damage, 1));
        }
        if (facts.snapped() > 0) {
            findings.add(new Finding(
                    Severity.INFO,
                    "packets-snapped",
                    Words.count(facts.snapped()) + " of " + Words.count(facts.packets(), "packet")
                            + " were captured in part: names and hellos may be missing",
                    facts.snapped(),
                    "frame.cap_len<frame.len",
                    0,
                    null));
        }
        long pending = facts.tcp().pending() + facts.dns().pending();
        if (pending > 0) {
            findings.add(Finding.note(
                    Severity.INFO,
                    "pending-at-end",
                    Words.count(pending, "question")
                            + " (SYN or DNS) asked too shortly before the end to expect an answer, not judged",
                    pending));
        }
        if (facts.tcp().oneSided() > 0) {
            findings.add(Finding.note(
                    Severity.INFO,
                    "tcp-one-direction",
                    "of " + Words.count(facts.tcp().oneSided(), "connection") + " only one direction was captured",
                    facts.tcp().oneSided()));
        }
        if (facts.tcp().overflow() > 0) {
            findings.add(Finding.note(
                    Severity.INFO,
                    "too-many-connections",
                    Words.count(facts.tcp().overflow(), "connection")
                            + " could not be followed to the end: more were open at once than are kept in memory",
                    facts.tcp().overflow()));
        }
        return findings;
    }
}
