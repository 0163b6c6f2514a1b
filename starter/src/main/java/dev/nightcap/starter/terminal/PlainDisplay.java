package dev.nightcap.starter.terminal;

import java.io.PrintStream;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One line per change of phase, for logs and pipes. */
final class PlainDisplay implements Display {
    private final PrintStream err;
    private final PhaseLines lines;
    private final Shown shown;
    private final Set<String> begun = new HashSet<>();
    private final Map<String, String> troubles = new HashMap<>();
    private boolean closed;

    PlainDisplay(PrintStream err, PhaseLines lines) {
        this.err = err;
        this.lines = lines;
        this.shown = new Shown(lines);
    }

    @Override
    public synchronized void show(List<Sighting> captures, Instant now) {
        if (closed) {
            return;
        }
        shown.news(captures).forEach(err::println);
        for (Sighting capture : captures) {
            String prefix = captures.size() > 1 ? capture.id() : "";
            String begin = lines.begun(capture);
            if (begin != null && begun.add(capture.id())) {
                err.println(prefix + begin);
            }
            trouble(capture, prefix);
        }
    }

    /** Once when it comes and once when it is over; its words change with the time that it lasts. */
    private void trouble(Sighting capture, String prefix) {
        String trouble = capture.trouble();
        if (trouble == null) {
            if (troubles.remove(capture.id()) != null) {
                err.println(prefix + "  - it goes on");
            }
        } else if (troubles.put(capture.id(), trouble) == null) {
            err.println(prefix + "  ! " + trouble);
        }
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
