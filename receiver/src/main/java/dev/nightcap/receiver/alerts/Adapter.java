package dev.nightcap.receiver.alerts;

/** One schema. */
interface Adapter {
    /** Whether a root is of this schema, however faulty. */
    boolean recognises(Place root);

    Reading read(Place root) throws Malformed;
}
