package dev.nightcap.starter.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** Free ports of the loopback. */
final class Ports {
    private static final int FRONTEND = 7233;
    private static final int UI = 8233;

    private Ports() {}

    /** Temporal's usual port where it is free. */
    static int frontend() {
        return freeOr(FRONTEND);
    }

    /** The Web UI's usual port where it is free. */
    static int ui() {
        return freeOr(UI);
    }

    private static int freeOr(int wanted) {
        try (ServerSocket socket = new ServerSocket(wanted, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException taken) {
            return any();
        }
    }

    private static int any() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException("no port is free on 127.0.0.1", e);
        }
    }
}
