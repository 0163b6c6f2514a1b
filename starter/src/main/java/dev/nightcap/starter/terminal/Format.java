package dev.nightcap.starter.terminal;

import java.util.Locale;

/** How data is written to stdout. */
public enum Format {
    TABLE,
    /** One document; a list is an array. */
    JSON,
    /** One object a line. */
    JSONL,
    NONE;

    public boolean isJson() {
        return this == JSON || this == JSONL;
    }

    /** As people write it. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
