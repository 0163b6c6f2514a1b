package dev.nightcap.starter.terminal;

import dev.nightcap.starter.config.Sizes;
import dev.nightcap.workflows.capture.CaptureProgress;
import dev.nightcap.workflows.capture.CaptureResult.PhaseRecord;
import dev.nightcap.workflows.capture.Phase;
import dev.nightcap.workflows.capture.Progress;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The story of a capture as lines for a terminal. Pure: the same sighting and moment give the same lines. */
final class PhaseLines {
    private static final String SPINNER = "⠋⠙⠹⠸⠼⠴⠦⠧⠇⠏";
    private static final Pattern DIGEST = Pattern.compile("\\b([0-9a-f]{4})[0-9a-f]{58}([0-9a-f]{2})\\b");
    private static final int BAR = 24;
    private static final int WIDTH = 78;

    private final Paint paint;

    PhaseLines(Paint paint) {
        this.paint = paint;
    }

    /** The first line. */
    String title(Sighting capture) {
        String title = "  capture " + capture.id() + (capture.joined() ? ", running already" : "");
        return capture.hasEnded() ? title : padded(title, WIDTH - 17) + paint.faint("(Ctrl-C detaches)");
    }

    /** One line for each phase that is over; only ever grows. */
    List<String> done(Sighting capture) {
        List<String> lines = new ArrayList<>();
        for (PhaseRecord phase : capture.phases()) {
            if (phase.endedAt() != null) {
                lines.add(doneLine(phase, Duration.between(phase.startedAt(), phase.endedAt())));
            }
        }
        return lines;
    }

    private String doneLine(PhaseRecord phase, Duration took) {
        boolean failed = phase.remark().startsWith("failed")
                || phase.remark().startsWith("left behind")
                || phase.remark().contains("FAILED");
        return "  " + (failed ? paint.bad("✗") : paint.good("✓")) + " " + padded(name(phase.name()), 12) + " "
                + padded(shortened(phase.remark()), 53) + " " + leftPadded(seconds(took), 7);
    }

    /** What is going on now; null when nothing is. */
    @Nullable
    String now(Sighting capture, Instant now) {
        if (capture.hasEnded()) {
            return null;
        }
        PhaseRecord open = open(capture);
        String begun = open == null ? padded("waiting", 12) + " " : padded(name(open.name()), 12) + " ";
        return begun + (capture.trouble() == null ? doing(capture, open, now) : paint.warning(capture.trouble()));
    }

    /** Without animation, a phase that can last long is told of when it begins too. */
    @Nullable
    String begun(Sighting capture) {
        PhaseRecord open = open(capture);
        CaptureProgress progress = capture.progress();
        if (open == null || open.name() != Phase.CAPTURING || progress == null || progress.expectedEnd() == null) {
            return null;
        }
        return "  - " + padded("capturing", 12) + " until "
                + progress.expectedEnd().truncatedTo(ChronoUnit.SECONDS) + limit(capture);
    }

    /** One frame of the spinner. */
    static String frame(int number) {
        int at = Math.floorMod(number, SPINNER.length());
        return SPINNER.substring(at, at + 1);
    }

    private static @Nullable PhaseRecord open(Sighting capture) {
        List<PhaseRecord> phases = capture.phases();
        PhaseRecord last = phases.isEmpty() ? null : phases.get(phases.size() - 1);
        return last != null && last.endedAt() == null ? last : null;
    }

    private static String doing(Sighting capture, @Nullable PhaseRecord open, Instant now) {
        CaptureProgress progress = capture.progress();
        if (open == null || progress == null) {
            return "for a worker to take it";
        }
        if (open.name() == Phase.CAPTURING && progress.expectedEnd() != null) {
            return bar(capture, progress.expectedEnd(), now);
        }
        Progress looking = capture.looking();
        String words = looking == null ? "" : looking.sentence();
        return padded(words, 53) + " " + leftPadded(seconds(Duration.between(open.startedAt(), now)), 7);
    }

    private static String bar(Sighting capture, Instant end, Instant now) {
        Duration limit = capture.request().limits().duration();
        Duration elapsed = limit.minus(Duration.between(now, end));
        if (elapsed.compareTo(limit) > 0) {
            return "█".repeat(BAR) + "  past its " + seconds(limit) + ", Azure is ending it";
        }
        double share = Math.max(0, (double) elapsed.toMillis() / Math.max(1, limit.toMillis()));
        int full = (int) (share * BAR);
        Progress looking = capture.looking();
        String bytes = looking == null || looking.bytes() == null ? "" : "   " + Sizes.show(looking.bytes());
        return "█".repeat(full) + "░".repeat(BAR - full) + "  " + Math.max(0, elapsed.toSeconds()) + "s / "
                + limit.toSeconds() + "s" + bytes + limit(capture);
    }

    private static String limit(Sighting capture) {
        return "   limit " + Sizes.show(capture.request().limits().totalBytes());
    }

    private static String name(Phase phase) {
        return phase.code();
    }

    /** {@code 1.8s}, {@code 12m 05s}, {@code 3h 00m}. */
    static String seconds(Duration duration) {
        if (duration.isNegative()) {
            return "0.0s";
        }
        if (duration.compareTo(Duration.ofMinutes(10)) < 0) {
            return String.format(Locale.ROOT, "%.1fs", duration.toMillis() / 1000.0);
        }
        return duration.toHours() > 0
                ? String.format(Locale.ROOT, "%dh %02dm", duration.toHours(), duration.toMinutesPart())
                : String.format(Locale.ROOT, "%dm %02ds", duration.toMinutes(), duration.toSecondsPart());
    }

    /** Of a digest its ends: whole, it stands in the data. */
    private static String shortened(String remark) {
        return DIGEST.matcher(remark).replaceAll("$1…$2");
    }

    private static String padded(String text, int width) {
        return text.length() >= width ? text : text + " ".repeat(width - text.length());
    }

    private static String leftPadded(String text, int width) {
        return text.length() >= width ? text : " ".repeat(width - text.length()) + text;
    }
}
