package dev.nightcap.starter.terminal;

import java.io.PrintStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Phases with a spinner and a bar, redrawn in place: what is over scrolls up, what runs stays at the bottom. */
final class LiveDisplay implements Display {
    private static final String UP_AND_CLEAR = "\u001b[1A\u001b[2K";

    private final PrintStream err;
    private final PhaseLines lines;
    private final int columns;
    private final Shown shown;
    private int drawn;
    private int frame;
    private boolean closed;

    LiveDisplay(PrintStream err, PhaseLines lines, int columns) {
        this.err = err;
        this.lines = lines;
        this.columns = columns;
        this.shown = new Shown(lines);
    }

    @Override
    public synchronized void show(List<Sighting> captures, Instant now) {
        if (closed) {
            return;
        }
        StringBuilder text = new StringBuilder(UP_AND_CLEAR.repeat(drawn));
        shown.news(captures).forEach(line -> text.append(line).append('\n'));
        List<String> live = live(captures, now);
        live.forEach(line -> text.append(line).append('\n'));
        err.print(text);
        err.flush();
        drawn = live.size();
        frame++;
    }

    private List<String> live(List<Sighting> captures, Instant now) {
        List<String> live = new ArrayList<>();
        for (Sighting capture : captures) {
            String line = lines.now(capture, now);
            if (line != null) {
                String prefix = captures.size() > 1 ? capture.id() : "";
                live.add(clipped(prefix + "  " + PhaseLines.frame(frame) + " " + line));
            }
        }
        return live;
    }

    /** A line that wraps could not be cleared by one step up. Colours are not counted, so it may clip early. */
    private String clipped(String line) {
        return line.length() < columns ? line : line.substring(0, columns - 1) + "\u001b[0m";
    }

    @Override
    public synchronized void say(String line) {
        err.println(line);
    }

    @Override
    public synchronized void close() {
        closed = true;
    }
}
