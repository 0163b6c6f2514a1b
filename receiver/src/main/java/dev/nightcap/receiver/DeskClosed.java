package dev.nightcap.receiver;

/** Temporal is out of reach: nothing was accepted, and the same may be tried again. */
public final class DeskClosed extends Exception {
    private static final long serialVersionUID = 1L;

    public DeskClosed(String message, Throwable cause) {
        super(message, cause);
    }
}
