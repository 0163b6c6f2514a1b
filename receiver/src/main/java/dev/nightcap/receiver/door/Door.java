package dev.nightcap.receiver.door;

import java.util.List;
import java.util.function.LongSupplier;

/** Lets in who brings a token. Whoever brings one is never held up by those who do not. */
public final class Door {
    private final Tokens tokens;
    private final Refusals refusals;

    /**
     * @param tokens none opens the door to everybody
     * @param refusalsPerMinute of one address before it is told to stop
     * @param nanoTime a monotonic clock
     */
    public Door(List<String> tokens, int refusalsPerMinute, LongSupplier nanoTime) {
        this.tokens = new Tokens(tokens);
        this.refusals = new Refusals(refusalsPerMinute, nanoTime);
    }

    /** @param presented all that the request brought as a token */
    public Admission admit(List<String> presented, String address) {
        if (tokens.accept(presented)) {
            return Admission.IN;
        }
        return refusals.exceeded(address) ? Admission.TOO_OFTEN : Admission.UNKNOWN;
    }

    /** What the door says. */
    public enum Admission {
        IN,
        /** No token, or one that is not known. */
        UNKNOWN,
        /** The same, once too often. */
        TOO_OFTEN
    }
}
