package dev.nightcap.starter.terminal;

import org.jspecify.annotations.Nullable;

/** A failure of a command, as programs read it. */
public record ErrorDocument(Told error) {
    public static ErrorDocument of(Complaint complaint) {
        return new ErrorDocument(new Told(complaint.code(), complaint.sentence(), complaint.fix()));
    }

    /** What the words on stderr say. */
    public record Told(
            String code, String sentence, @Nullable String fix) {}
}
