package dev.nightcap.starter.terminal;

import dev.nightcap.starter.config.Sizes;
import dev.nightcap.workflows.capture.CaptureResult;
import dev.nightcap.workflows.capture.Evidence;
import dev.nightcap.workflows.capture.EvidenceReader.Finding;
import dev.nightcap.workflows.capture.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** How a capture ended, as lines for people: the verdict first. */
public final class EndLines {
    private static final int LABEL = 8;

    private final Paint paint;

    public EndLines(Paint paint) {
        this.paint = paint;
    }

    public List<String> of(CaptureResult result) {
        List<String> lines = new ArrayList<>(withoutNext(result));
        if (!result.next().isEmpty()) {
            lines.add(line(label("next"), result.next()));
        }
        return lines;
    }

    /** For those who cannot take the next step. */
    public List<String> withoutNext(CaptureResult result) {
        List<String> lines = new ArrayList<>();
        if (result.outcome() == Outcome.CAPTURED && result.verdict() != null) {
            lines.add(line(paint.strong(label("VERDICT")), result.verdict()));
        } else {
            lines.add(line(outcome(result.outcome()), result.sentence()));
            if (result.verdict() != null) {
                lines.add(line(paint.strong(label("VERDICT")), result.verdict()));
            }
        }
        result.findings().forEach(finding -> lines.add(finding(finding)));
        if (!result.leftBehind().isEmpty()) {
            lines.add(line(paint.bad(label("LEFT")), String.join(", ", result.leftBehind())));
        }
        return lines;
    }

    /** The files, one a line. */
    public List<String> files(List<Evidence> evidence) {
        return evidence.stream()
                .map(file -> line(
                        label("file"),
                        file.url() + (file.instance().isEmpty() ? "" : "  instance " + file.instance()) + "  "
                                + Sizes.show(file.bytes()) + "  "
                                + (file.packets() < 0 ? file.format() : count(file.packets()) + " packets")
                                + "  sha256 "
                                + file.sha256()))
                .toList();
    }

    private String outcome(Outcome outcome) {
        String word = label(outcome.code().toUpperCase(Locale.ROOT));
        return switch (outcome) {
            case CAPTURED -> paint.good(word);
            case FAILED, DAMAGED, MISSING -> paint.bad(word);
            case EMPTY, UNVERIFIED, CANCELLED -> paint.warning(word);
        };
    }

    private String finding(Finding finding) {
        String word = label(finding.severity().toUpperCase(Locale.ROOT));
        String label = switch (finding.severity()) {
            case "error" -> paint.bad(word);
            case "warn" -> paint.warning(word);
            case "ok" -> paint.good(word);
            default -> word;
        };
        return line(
                label,
                finding.sentence() + (finding.filter().isEmpty() ? "" : "     " + paint.faint(finding.filter())));
    }

    private static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    private static String label(String text) {
        return text.length() >= LABEL ? text : text + " ".repeat(LABEL - text.length());
    }

    private static String line(String label, String text) {
        return "  " + label + " " + text;
    }
}
