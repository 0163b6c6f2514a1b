package dev.nightcap.activities.watcher;

import dev.nightcap.activities.azure.ArmDoor;
import dev.nightcap.activities.azure.Attempts;
import dev.nightcap.activities.azure.AzureAccess;
import dev.nightcap.workflows.capture.Sessions;
import java.time.InstantSource;

/** Packet captures of Network Watcher, on virtual machines and scale sets. */
public final class WatcherSessions implements Sessions {
    /** Parallel sessions for each region of a subscription, as Azure's documentation has it. */
    public static final int SESSION_LIMIT = 10_000;

    private final Attempts attempts;
    private final Preflight preflight;
    private final SessionStart start;
    private final SessionEnd end;
    private final SessionClosing closing;

    /** @param sessionLimit {@value #SESSION_LIMIT}, unless Azure grants another */
    public WatcherSessions(AzureAccess access, AllowedScope allowed, int sessionLimit, InstantSource clock) {
        ArmDoor arm = new ArmDoor(access);
        PacketCaptureClients clients = new PacketCaptureClients(access);
        this.attempts = new Attempts(clock);
        this.preflight = new Preflight(new Looks(arm), allowed, sessionLimit);
        this.start = new SessionStart(clients, arm, clock);
        this.end = new SessionEnd(clients, clock);
        this.closing = new SessionClosing(clients, clock);
    }

    @Override
    public Prepared prepareCapture(PrepareOrder order) {
        return attempts.make(
                "look at " + order.request().target().shortName(),
                order.queueUntil(),
                () -> preflight.prepare(order.request()));
    }

    @Override
    public Started startSession(StartOrder order) {
        return attempts.make("start session " + order.session().name(), order.queueUntil(), () -> start.start(order));
    }

    @Override
    public Ended awaitEnd(AwaitOrder order) {
        return attempts.make("follow session " + order.session().name(), order.deadline(), () -> end.look(order));
    }

    @Override
    public void stopSession(CloseOrder order) {
        attempts.run("stop session " + order.session().name(), order.until(), () -> closing.stop(order.session()));
    }

    @Override
    public void removeSession(CloseOrder order) {
        attempts.run("delete session " + order.session().name(), order.until(), () -> closing.remove(order.session()));
    }
}
