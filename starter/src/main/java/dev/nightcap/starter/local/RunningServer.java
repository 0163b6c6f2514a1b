package dev.nightcap.starter.local;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;

/**
 * A dev server of this machine.
 *
 * @param pid of its process
 * @param address {@code host:port} of its frontend
 * @param ui base address of its Web UI
 * @param database file that holds all it knows
 */
public record RunningServer(long pid, String address, String ui, String database) {
    private static final int PATIENCE_MILLIS = 2_000;

    /** Whether the process is there and its port answers: a process id alone may have passed to somebody else. */
    boolean answers() {
        if (ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isEmpty()) {
            return false;
        }
        String[] parts = address.split(":", -1);
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(parts[0], Integer.parseInt(parts[1])), PATIENCE_MILLIS);
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
