package dev.nightcap.workflows.capture;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;

/** Why a capture ended as it did: a stable word for programs. The sentence for people stands beside it in the result. */
public enum Reason {
    EVIDENCE_VERIFIED,
    SOME_FILES_MISSING,
    NO_PACKETS,
    FILE_EMPTY,
    FILE_CUT_SHORT,
    FILE_MISSING,
    FORMAT_UNKNOWN,
    FILE_NOT_READABLE,
    KEPT_ON_VM,
    CANCELLED_BY_PERSON,
    STOPPED_BEFORE_START,

    REQUEST_INVALID(Kind.REFUSED),
    NOT_ALLOWED(Kind.REFUSED),
    VM_NOT_RUNNING(Kind.REFUSED),
    AGENT_MISSING(Kind.REFUSED),
    AKS_NODE(Kind.REFUSED),
    WATCHER_MISSING(Kind.REFUSED),
    STORAGE_NOT_CONFIGURED(Kind.REFUSED),
    STORAGE_OTHER_REGION(Kind.REFUSED),
    STORAGE_PREMIUM(Kind.REFUSED),
    STORAGE_KEY_ACCESS_OFF(Kind.REFUSED),
    TARGET_NOT_FOUND(Kind.NOT_FOUND),
    STORAGE_NOT_FOUND(Kind.NOT_FOUND),
    NOT_PERMITTED(Kind.NOT_PERMITTED),

    QUEUE_DEADLINE,
    START_FAILED,
    AGENT_STOPPED,
    STORAGE_FAILED,
    LOCAL_FILE_FAILED,
    CAPTURE_FAILED,
    SESSION_GONE,
    AZURE_ERROR,
    INTERNAL;

    /** What kind of ending a reason is, for exit codes and HTTP statuses. */
    public enum Kind {
        ENDED,
        REFUSED,
        NOT_FOUND,
        NOT_PERMITTED
    }

    private final Kind kind;

    Reason() {
        this(Kind.ENDED);
    }

    Reason(Kind kind) {
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }

    /** Whether a text is the code of one of these. */
    static boolean isCode(String text) {
        return Arrays.stream(values()).anyMatch(reason -> reason.code().equals(text));
    }

    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
