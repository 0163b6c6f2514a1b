package dev.nightcap.receiver.alerts;

import org.jspecify.annotations.Nullable;

/** A body that says nothing we can act upon: what is wrong, where, and what would be right. */
public final class Malformed extends Exception {
    private static final long serialVersionUID = 1L;

    private final String schema;
    private final String reason;
    private final @Nullable String pointer;
    private final String fix;

    Malformed(String schema, String reason, @Nullable String pointer, String sentence, String fix) {
        super(sentence, null, false, false);
        this.schema = schema;
        this.reason = reason;
        this.pointer = pointer;
        this.fix = fix;
    }

    static Malformed missing(String schema, Place place, String fix) {
        return new Malformed(schema, Words.MISSING_FIELD, place.pointer(), "a field is missing", fix);
    }

    static Malformed invalid(String schema, Place place, String sentence, String fix) {
        return new Malformed(schema, Words.INVALID_FIELD, place.pointer(), sentence, fix);
    }

    /** The schema that was seen, {@value Words#UNKNOWN} where none was. */
    public String schema() {
        return schema;
    }

    /** The stable word for programs. */
    public String reason() {
        return reason;
    }

    /** The JSON pointer at fault, where a place is at fault. */
    public @Nullable String pointer() {
        return pointer;
    }

    /** What was wrong, for people; never holds text of the body. */
    public String sentence() {
        return String.valueOf(getMessage());
    }

    /** What would be right. */
    public String fix() {
        return fix;
    }
}
