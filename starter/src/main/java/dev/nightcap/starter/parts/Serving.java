package dev.nightcap.starter.parts;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CountDownLatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps a process running until it is told to end, by SIGTERM or Ctrl-C, and then closes its parts, the newest first. */
public final class Serving {
    private static final Logger LOG = LoggerFactory.getLogger(Serving.class);

    private final Deque<AutoCloseable> parts = new ArrayDeque<>();

    /** From here on the end of the process closes what was made so far, also while more is being made. */
    public Serving() {
        Runtime.getRuntime().addShutdownHook(new Thread(this::close, "closing"));
    }

    /** To be closed when the process ends. */
    public <T extends AutoCloseable> T closing(T part) {
        synchronized (parts) {
            parts.push(part);
        }
        return part;
    }

    /** Never returns: the process ends by its signal. */
    public void untilSignalled() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Closes all parts; one that cannot be closed keeps no other from it. */
    public void close() {
        synchronized (parts) {
            while (!parts.isEmpty()) {
                AutoCloseable part = parts.pop();
                try {
                    part.close();
                } catch (Exception e) {
                    LOG.warn("{} could not be closed", part.getClass().getSimpleName(), e);
                }
            }
        }
    }
}
