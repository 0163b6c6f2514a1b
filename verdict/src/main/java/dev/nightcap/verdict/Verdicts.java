package dev.nightcap.verdict;

import dev.nightcap.pcap.CaptureFacts;
import dev.nightcap.pcap.format.CaptureFormat;
import dev.nightcap.verdict.rules.Finding;
import dev.nightcap.verdict.rules.Rules;
import dev.nightcap.verdict.rules.Severity;
import dev.nightcap.verdict.rules.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/** Puts facts into words. */
public final class Verdicts {
    private Verdicts() {}

    /** Judges by the packets alone. */
    public static Verdict of(CaptureFacts facts) {
        if (!facts.format().readable()) {
            return unreadable(facts);
        }
        if (facts.packets() == 0) {
            return empty(facts);
        }
        List<Finding> findings = Rules.judge(facts);
        return new Verdict(sentence(facts, findings), findings);
    }

    private static String sentence(CaptureFacts facts, List<Finding> findings) {
        List<Finding> wrong = findings.stream()
                .filter(finding -> finding.severity() == Severity.ERROR || finding.severity() == Severity.WARN)
                .toList();
        boolean partial = facts.truncated() || facts.damage() != null;
        List<Finding> shown = wrong.stream()
                .filter(finding -> !finding.code().startsWith("file-"))
                .toList();
        if (shown.isEmpty()) {
            String checked = findings.stream()
                    .filter(finding -> finding.severity() == Severity.OK)
                    .map(Finding::sentence)
                    .collect(Collectors.joining("; "));
            return "Nothing wrong found in " + Words.count(facts.packets(), "packet") + span(facts)
                    + (checked.isEmpty() ? ": no TCP, DNS or TLS to check" : ": " + checked) + confidence(partial);
        }
        long more = shown.size() - 1L;
        return shown.get(0).sentence()
                + (more == 0 ? "" : "; " + Words.count(more, "more finding"))
                + confidence(partial);
    }

    private static String span(CaptureFacts facts) {
        Instant first = facts.first();
        Instant last = facts.last();
        return first == null || last == null ? "" : " over " + Words.duration(Duration.between(first, last));
    }

    private static String confidence(boolean partial) {
        return partial ? " (the file is incomplete)" : "";
    }

    private static Verdict unreadable(CaptureFacts facts) {
        String sentence = facts.format() == CaptureFormat.EMPTY
                ? "The file is empty: not even a header was written"
                : facts.format() == CaptureFormat.UNKNOWN
                        ? "The file is of no capture format that is known here; its "
                                + Words.count(facts.bytes(), "byte") + " were not read as packets"
                        : "The file is " + facts.format().label() + ", which cannot be read as packets here; its "
                                + Words.count(facts.bytes(), "byte") + " are kept as they are";
        return new Verdict(
                sentence, List.of(new Finding(Severity.WARN, "format-unreadable", sentence, 1, "", 0, null)));
    }

    private static Verdict empty(CaptureFacts facts) {
        String sentence = facts.truncated() || facts.damage() != null
                ? "No packet could be read: the file is "
                        + (facts.truncated()
                                ? "cut short within its header or first packet"
                                : "damaged: " + facts.damage())
                : "No packet was captured; usually the filter matches nothing on this machine's interfaces, the traffic"
                        + " paused, or the capture was too short";
        return new Verdict(sentence, List.of(new Finding(Severity.WARN, "no-packets", sentence, 0, "", 0, null)));
    }
}
