package dev.nightcap.starter.terminal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which lines were written already, so that each is written once. */
final class Shown {
    private final PhaseLines lines;
    private final Map<String, Integer> done = new HashMap<>();

    Shown(PhaseLines lines) {
        this.lines = lines;
    }

    /** The lines that are new since the last call. Of several captures each line begins with its id. */
    List<String> news(List<Sighting> captures) {
        List<String> news = new ArrayList<>();
        for (Sighting capture : captures) {
            String prefix = captures.size() > 1 ? capture.id() : "";
            Integer before = done.get(capture.id());
            List<String> now = lines.done(capture);
            if (before == null) {
                news.add(lines.title(capture));
            }
            int from = before == null ? 0 : Math.min(before, now.size());
            now.subList(from, now.size()).forEach(line -> news.add(prefix + line));
            done.put(capture.id(), Math.max(from, now.size()));
        }
        return news;
    }
}
