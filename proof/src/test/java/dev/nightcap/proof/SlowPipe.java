package dev.nightcap.proof;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Passes connections on to a port of this machine, and slowly what comes back: so that reading a file takes long. */
final class SlowPipe implements AutoCloseable {
    private static final int PIECE = 16 * 1024;

    private final ServerSocket server;
    private final int target;
    private final long bytesPerSecond;

    SlowPipe(int target, long bytesPerSecond) {
        this.target = target;
        this.bytesPerSecond = bytesPerSecond;
        try {
            server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        daemon(this::accept);
    }

    int port() {
        return server.getLocalPort();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket near = server.accept();
                Socket far = new Socket(InetAddress.getLoopbackAddress(), target);
                daemon(() -> pass(near, far, Long.MAX_VALUE));
                daemon(() -> pass(far, near, bytesPerSecond));
            } catch (IOException e) {
                return;
            }
        }
    }

    private static void pass(Socket from, Socket to, long bytesPerSecond) {
        byte[] piece = new byte[PIECE];
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int read = in.read(piece); read >= 0; read = in.read(piece)) {
                out.write(piece, 0, read);
                LockSupport.parkNanos(read * TimeUnit.SECONDS.toNanos(1) / bytesPerSecond);
            }
        } catch (IOException e) {
            // Either side hung up: so does the other.
        }
    }

    private static void daemon(Runnable task) {
        Thread thread = new Thread(task, "slow-pipe");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
