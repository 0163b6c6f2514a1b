package dev.nightcap.receiver.http;

/** Whoever keeps the orders cannot be reached now. */
public final class Unreachable extends Exception {
    private static final long serialVersionUID = 1L;

    public Unreachable(Throwable cause) {
        super("whoever keeps the orders cannot be reached", cause);
    }
}
