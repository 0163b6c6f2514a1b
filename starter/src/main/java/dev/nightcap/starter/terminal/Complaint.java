package dev.nightcap.starter.terminal;

import org.jspecify.annotations.Nullable;

/**
 * A command cannot do what it was asked. What happened and why, and what to do, in words fit to be shown; a stable code
 * for programs; and the exit code.
 */
public final class Complaint extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String code;
    private final @Nullable String fix;
    private final ExitCode exit;

    private Complaint(ExitCode exit, String code, String sentence, @Nullable String fix, @Nullable Throwable cause) {
        super(sentence, cause);
        this.code = code;
        this.fix = fix;
        this.exit = exit;
    }

    public static Complaint of(ExitCode exit, String code, String sentence, @Nullable String fix) {
        return new Complaint(exit, code, sentence, fix, null);
    }

    /** What was asked for cannot be asked for. */
    public static Complaint usage(String sentence, @Nullable String fix) {
        return of(ExitCode.REFUSED, "usage", sentence, fix);
    }

    public static Complaint notFound(String sentence, @Nullable String fix) {
        return of(ExitCode.NOT_FOUND, "not-found", sentence, fix);
    }

    public static Complaint unreachable(String sentence, @Nullable String fix, @Nullable Throwable cause) {
        return new Complaint(ExitCode.UNREACHABLE, "unreachable", sentence, fix, cause);
    }

    public static Complaint failed(String sentence, @Nullable String fix, @Nullable Throwable cause) {
        return new Complaint(ExitCode.FAILED, "failed", sentence, fix, cause);
    }

    public String code() {
        return code;
    }

    public String sentence() {
        return String.valueOf(getMessage());
    }

    /** What to do; null where nobody knows. */
    public @Nullable String fix() {
        return fix;
    }

    public ExitCode exit() {
        return exit;
    }
}
