package dev.nightcap.pcap.format;

import org.jspecify.annotations.Nullable;

/**
 * How the reading of one file ended.
 *
 * @param truncated the stream ended in the middle of a record
 * @param damage where reading stopped before the end and why, as a sentence of ours without a byte of the file's text
 */
public record Ending(boolean truncated, @Nullable String damage) {
    /** All of it was read. */
    public static final Ending WHOLE = new Ending(false, null);

    /** The stream ended in the middle of a record. */
    public static final Ending CUT = new Ending(true, null);

    /** Reading stopped at {@code offset}, where the file breaks the rules of its format. */
    public static Ending damaged(String what, long offset) {
        return new Ending(false, what + " at byte " + offset);
    }

    /** Whether all was read. */
    public boolean isWhole() {
        return !truncated && damage == null;
    }

    /** Both endings said as one: of several members of an archive, the worst counts. */
    public Ending and(Ending other) {
        return new Ending(truncated || other.truncated, damage != null ? damage : other.damage);
    }
}
