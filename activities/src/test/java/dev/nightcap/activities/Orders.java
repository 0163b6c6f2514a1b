package dev.nightcap.activities;

import dev.nightcap.workflows.capture.Asker;
import dev.nightcap.workflows.capture.CaptureLimits;
import dev.nightcap.workflows.capture.CapturePolicy;
import dev.nightcap.workflows.capture.CaptureRequest;
import dev.nightcap.workflows.capture.Destination;
import dev.nightcap.workflows.capture.Sessions.PrepareOrder;
import dev.nightcap.workflows.capture.Sessions.Prepared;
import dev.nightcap.workflows.capture.Sessions.Session;
import dev.nightcap.workflows.capture.Sessions.StartOrder;
import dev.nightcap.workflows.target.SessionName;
import dev.nightcap.workflows.target.Target;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Orders as the workflow gives them. */
public final class Orders {
    private Orders() {}

    public static CaptureRequest request(Target target, Destination destination, Duration duration) {
        return new CaptureRequest(
                target,
                CaptureLimits.lasting(duration),
                List.of(),
                destination,
                Asker.person("alice", null),
                CapturePolicy.DEFAULT,
                "test",
                CaptureRequest.DEFAULT_PREFIX);
    }

    public static CaptureRequest request(Target target) {
        return request(
                target,
                Destination.account(SimulatedAzure.running().account("nightcapevidence")),
                Duration.ofSeconds(2));
    }

    public static PrepareOrder prepare(CaptureRequest request) {
        return new PrepareOrder(request, soon());
    }

    /** A start under a name that nobody has used. */
    public static StartOrder start(CaptureRequest request, Prepared prepared) {
        Session session = new Session(
                request.target(),
                prepared.watcher(),
                SessionName.of("nightcap", "test", UUID.randomUUID().toString()));
        return new StartOrder(request, session, prepared.storageAccount(), soon());
    }

    public static Instant soon() {
        return Instant.now().plus(Duration.ofMinutes(2));
    }

    public static Instant past() {
        return Instant.now().minusSeconds(1);
    }
}
