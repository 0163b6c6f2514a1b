package dev.nightcap.starter.terminal;

import java.time.Instant;
import java.util.List;

/** Shows captures while they run. */
public interface Display {
    /** @param captures always the same ones, in the same order */
    void show(List<Sighting> captures, Instant now);

    /** A line beside the captures. */
    void say(String line);

    /** Nothing is shown any more; what stands on the screen stays. */
    void close();

    /** The one that fits a console. */
    static Display on(Console console, int columns) {
        PhaseLines lines = new PhaseLines(console.paint());
        return console.animated()
                ? new LiveDisplay(console.err(), lines, columns)
                : new PlainDisplay(console.err(), lines);
    }
}
