package dev.nightcap.activities.azure;

/** An exception as it may stand in a log: where it came from, and its texts without what could be a secret. */
final class Shown extends RuntimeException {
    private static final long serialVersionUID = 1;
    private static final int DEEPEST = 5;

    private Shown(Throwable original, int depth) {
        super(
                SafeText.of(original.toString()),
                original.getCause() == null || depth == DEEPEST ? null : new Shown(original.getCause(), depth + 1));
        setStackTrace(original.getStackTrace());
    }

    static Shown of(Throwable original) {
        return new Shown(original, 0);
    }
}
