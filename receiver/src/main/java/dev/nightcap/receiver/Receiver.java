package dev.nightcap.receiver;

import dev.nightcap.receiver.door.Door;
import dev.nightcap.receiver.http.HttpDoorway;
import dev.nightcap.receiver.http.Limits;
import dev.nightcap.receiver.policy.AlertPolicy;
import java.io.IOException;
import java.net.URI;

/** The receiver: takes alerts by HTTP, decides by the policy, and hands what starts to the desk. */
public final class Receiver implements AutoCloseable {
    private final HttpDoorway doorway;

    public Receiver(ReceiverConfig config, AlertPolicy policy, Desk desk) {
        this.doorway = new HttpDoorway(
                config.host(),
                config.port(),
                new Limits(config.maxBodyBytes(), config.bodyTimeout(), config.idleTimeout(), config.stopTimeout()),
                new Door(config.tokens(), config.refusalsPerMinute(), System::nanoTime),
                policy,
                new DeskOrders(desk));
    }

    /** @throws IOException if the address cannot be bound, naming it */
    public void start() throws IOException {
        doorway.start();
    }

    /** Where it listens, with the port that was taken; only between {@code start} and {@code close}. */
    public URI address() {
        return doorway.address();
    }

    /** Takes no more, and answers what was accepted. */
    @Override
    public void close() {
        doorway.close();
    }
}
