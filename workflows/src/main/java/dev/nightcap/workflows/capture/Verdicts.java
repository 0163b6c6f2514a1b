package dev.nightcap.workflows.capture;

import dev.nightcap.workflows.capture.EvidenceReader.Finding;
import dev.nightcap.workflows.capture.EvidenceReader.Reading;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The verdict of a capture out of those of its files: the gravest leads, and names its instance. */
record Verdicts(@Nullable String sentence, List<Finding> findings) {
    private static final List<String> GRAVEST_FIRST = List.of("error", "warn", "info", "ok");
    private static final int MOST_FINDINGS = 20;

    static Verdicts of(List<Reading> readings) {
        List<Reading> sorted = readings.stream()
                .sorted(Comparator.comparingInt(Verdicts::weight))
                .toList();
        List<Finding> findings = sorted.stream()
                .flatMap(reading -> reading.verdict().findings().stream().map(finding -> placed(reading, finding)))
                .sorted(Comparator.comparingInt(Verdicts::weight))
                .limit(MOST_FINDINGS)
                .toList();
        return new Verdicts(sorted.isEmpty() ? null : sentence(sorted.get(0)), findings);
    }

    private static String sentence(Reading reading) {
        return where(reading) + reading.verdict().sentence();
    }

    private static Finding placed(Reading reading, Finding finding) {
        return new Finding(
                finding.severity(),
                finding.code(),
                where(reading) + finding.sentence(),
                finding.count(),
                finding.filter());
    }

    private static String where(Reading reading) {
        String instance = reading.evidence().instance();
        return instance.isEmpty() ? "" : "instance " + instance + ": ";
    }

    private static int weight(Reading reading) {
        return reading.verdict().findings().stream()
                .mapToInt(Verdicts::weight)
                .min()
                .orElse(GRAVEST_FIRST.size());
    }

    private static int weight(Finding finding) {
        int place = GRAVEST_FIRST.indexOf(finding.severity());
        return place < 0 ? GRAVEST_FIRST.size() : place;
    }
}
