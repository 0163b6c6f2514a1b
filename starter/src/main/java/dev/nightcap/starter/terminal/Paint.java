package dev.nightcap.starter.terminal;

import java.util.Locale;

/** Colours for a terminal, or none. */
public enum Paint {
    COLOURED,
    PLAIN;

    /** When colours are used. */
    public enum When {
        AUTO,
        ALWAYS,
        NEVER;

        /** As people write it. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private static final String RESET = "\u001b[0m";

    public String good(String text) {
        return in("32", text);
    }

    public String bad(String text) {
        return in("31", text);
    }

    public String warning(String text) {
        return in("33", text);
    }

    public String faint(String text) {
        return in("2", text);
    }

    public String strong(String text) {
        return in("1", text);
    }

    private String in(String code, String text) {
        return this == PLAIN || text.isEmpty() ? text : "\u001b[" + code + "m" + text + RESET;
    }
}
