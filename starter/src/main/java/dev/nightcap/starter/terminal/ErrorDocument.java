package dev.nightcap.starter.terminal;

import org.jspecify.annotations.Nullable;

/** A failure of a command, as programs read it. */
record ErrorDocument(Told error) {
    static ErrorDocument of(Complaint complaint) {
        return new ErrorDocument(new Told(complaint.code(), complaint.sentence(), complaint.fix()));
    }

    record Told(String code, String sentence, @Nullable String fix) {}
}
