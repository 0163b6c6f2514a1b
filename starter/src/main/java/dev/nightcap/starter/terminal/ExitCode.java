package dev.nightcap.starter.terminal;

import dev.nightcap.workflows.capture.CaptureResult;
import java.util.Collection;
import java.util.Comparator;

/** What the program's end says to the shell. */
public enum ExitCode {
    /** Captured, or done. */
    DONE(0),
    FAILED(1),
    /** Wrong usage, or refused before anything was started. */
    REFUSED(2),
    NOT_FOUND(3),
    NOT_PERMITTED(4),
    /** Ended, but without proven packets. */
    UNPROVEN(5),
    /** Temporal or Azure out of reach. */
    UNREACHABLE(6),
    CANCELLED(7),
    /** Waited long enough; the capture goes on. */
    TIMED_OUT(124),
    /** Ctrl-C; the capture goes on. */
    DETACHED(130);

    private final int number;

    ExitCode(int number) {
        this.number = number;
    }

    public int number() {
        return number;
    }

    public static ExitCode of(CaptureResult result) {
        return switch (result.outcome()) {
            case CAPTURED -> DONE;
            case EMPTY, DAMAGED, MISSING, UNVERIFIED -> UNPROVEN;
            case CANCELLED -> CANCELLED;
            case FAILED ->
                switch (result.reason().kind()) {
                    case REFUSED -> REFUSED;
                    case NOT_FOUND -> NOT_FOUND;
                    case NOT_PERMITTED -> NOT_PERMITTED;
                    case ENDED -> FAILED;
                };
        };
    }

    /** Of several captures the highest. */
    public static ExitCode highest(Collection<ExitCode> codes) {
        return codes.stream().max(Comparator.comparingInt(ExitCode::number)).orElse(DONE);
    }
}
