package dev.nightcap.starter.terminal;

import dev.nightcap.workflows.capture.CaptureResult;
import dev.nightcap.workflows.capture.LivePage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** All of a capture as lines for people, at one moment. */
public final class StoryLines {
    private final PhaseLines phases;
    private final EndLines end;

    public StoryLines(Paint paint) {
        this.phases = new PhaseLines(paint);
        this.end = new EndLines(paint);
    }

    public List<String> of(Sighting capture, Instant now) {
        List<String> lines = new ArrayList<>();
        lines.add("  capture " + capture.id() + "@" + capture.runId());
        lines.add("  " + LivePage.summary(capture.request()));
        lines.addAll(phases.done(capture));
        String going = phases.now(capture, now);
        if (going != null) {
            lines.add("  … " + going);
        }
        CaptureResult result = capture.result();
        if (result != null) {
            lines.addAll(end.files(result.evidence()));
            lines.addAll(end.of(result));
        }
        return lines;
    }
}
