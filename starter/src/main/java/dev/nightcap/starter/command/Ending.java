package dev.nightcap.starter.command;

import dev.nightcap.starter.captures.CaptureRef;
import dev.nightcap.starter.captures.Captures;
import dev.nightcap.starter.terminal.CaptureJson;
import dev.nightcap.starter.terminal.Console;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;

/** Ends captures early; what stop and cancel share. */
final class Ending {
    private final Console console;
    private final String asked;
    private final boolean dryRun;

    /** @param asked what is done, for people: {@code asked to stop} */
    Ending(Console console, String asked, boolean dryRun) {
        this.console = console;
        this.asked = asked;
        this.dryRun = dryRun;
    }

    /** @param end answers whether the capture was still running */
    void all(List<CaptureRef> refs, Captures captures, BiPredicate<Captures, CaptureRef> end) {
        List<Asked> documents = new ArrayList<>();
        for (CaptureRef ref : refs) {
            boolean running = dryRun ? !captures.follow(ref).look().hasEnded() : end.test(captures, ref);
            documents.add(new Asked(CaptureJson.VERSION, ref.toString(), running, dryRun));
            console.lines(List.of(line(ref, running)));
        }
        if (documents.size() == 1) {
            console.document(documents.get(0));
        } else {
            console.documents(documents);
        }
    }

    private String line(CaptureRef ref, boolean running) {
        if (!running) {
            return "  " + ref + " has ended already; nightcap show " + ref;
        }
        return "  " + ref + (dryRun ? " would be " : " ") + asked + "; nightcap watch " + ref.id();
    }

    private record Asked(int schemaVersion, String id, boolean asked, boolean dryRun) {}
}
