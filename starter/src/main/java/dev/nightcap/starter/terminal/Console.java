package dev.nightcap.starter.terminal;

import java.io.PrintStream;
import java.util.List;

/**
 * Where everything is written: data to {@code out}, all else to {@code err}.
 *
 * @param animated whether {@code err} is a terminal on which lines can be redrawn
 * @param paint of {@code err}
 * @param dataPaint of {@code out}
 */
public record Console(PrintStream out, PrintStream err, Format format, boolean animated, Paint paint, Paint dataPaint) {

    /** Tells people something that is no data. */
    public void tell(String line) {
        err.println(line);
    }

    /** Writes lines for people, unless programs read. */
    public void lines(List<String> lines) {
        if (format == Format.TABLE) {
            lines.forEach(out::println);
        }
    }

    /** Writes one document, unless people read. */
    public void document(Object document) {
        switch (format) {
            case JSON -> out.println(Json.pretty(document));
            case JSONL -> out.println(Json.line(document));
            case TABLE, NONE -> {}
        }
        out.flush();
    }

    /** Writes several documents, unless people read. */
    public void documents(List<?> documents) {
        if (format == Format.JSONL) {
            documents.forEach(this::document);
        } else {
            document(documents);
        }
    }

    /** Says why a command failed: to programs on {@code out}, to people on {@code err}. */
    public void complain(Complaint complaint) {
        if (format.isJson()) {
            document(ErrorDocument.of(complaint));
        }
        complainInWords(complaint);
    }

    /** Says why a part of a command failed; {@link ErrorDocument} takes its place in the command's one document. */
    public void complainInWords(Complaint complaint) {
        err.println(paint.bad("nightcap: ") + complaint.sentence());
        if (complaint.fix() != null) {
            err.println("  to mend it: " + complaint.fix());
        }
    }
}
