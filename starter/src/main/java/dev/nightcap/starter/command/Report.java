package dev.nightcap.starter.command;

import dev.nightcap.starter.terminal.CaptureJson;
import dev.nightcap.starter.terminal.Complaint;
import dev.nightcap.starter.terminal.Console;
import dev.nightcap.starter.terminal.EndLines;
import dev.nightcap.starter.terminal.ErrorDocument;
import dev.nightcap.starter.terminal.Sighting;
import dev.nightcap.workflows.capture.CaptureResult;
import java.util.ArrayList;
import java.util.List;

/** Captures as data. */
final class Report {
    private final Console console;
    private final List<Object> refused = new ArrayList<>();

    Report(Console console) {
        this.console = console;
    }

    /** One of several could not be started; it keeps its place in the document. */
    void refused(Complaint complaint) {
        console.complainInWords(complaint);
        refused.add(ErrorDocument.of(complaint));
    }

    /** @param several whether several were asked for, also if fewer are there: then the document is an array */
    void ended(List<Sighting> captures, boolean several) {
        documents(captures, several);
        for (Sighting capture : captures) {
            CaptureResult result = capture.result();
            List<String> lines = new ArrayList<>();
            if (several) {
                lines.add("  " + capture.id());
            }
            lines.addAll(result == null ? List.of() : new EndLines(console.dataPaint()).of(result));
            console.lines(lines);
        }
    }

    /** @param several as of {@link #ended} */
    void running(List<Sighting> captures, boolean several) {
        documents(captures, several);
        captures.forEach(capture -> console.lines(List.of(
                "  capture " + capture.id() + (capture.joined() ? ", which was running already" : " started"),
                "  watch   nightcap watch " + capture.id())));
    }

    private void documents(List<Sighting> captures, boolean several) {
        List<Object> documents = new ArrayList<>(refused);
        captures.forEach(capture -> documents.add(CaptureJson.of(capture)));
        if (several) {
            console.documents(documents);
        } else {
            documents.forEach(console::document);
        }
    }
}
