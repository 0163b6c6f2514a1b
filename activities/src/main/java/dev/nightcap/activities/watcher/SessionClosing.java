package dev.nightcap.activities.watcher;

import com.azure.resourcemanager.network.fluent.models.PacketCaptureQueryStatusResultInner;
import dev.nightcap.activities.azure.Attempts;
import dev.nightcap.activities.watcher.AttemptMemory.Asked;
import dev.nightcap.workflows.capture.Problem;
import dev.nightcap.workflows.capture.Reason;
import dev.nightcap.workflows.capture.Sessions.Session;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Stops and deletes, looking each time whether it holds. A session whose name is not of our form is left alone. */
final class SessionClosing {
    private static final Pattern OUR_FORM = Pattern.compile(".+-[a-z0-9]{1,16}-[0-9a-f]{12}");

    /** Stopping took 10 to 31 s in what was recorded; after this long the request is taken for lost. */
    private static final Duration LOST_AFTER = Duration.ofSeconds(60);

    private final PacketCaptureClients clients;
    private final InstantSource clock;

    SessionClosing(PacketCaptureClients clients, InstantSource clock) {
        this.clients = clients;
        this.clock = clock;
    }

    void stop(Session session) {
        SessionDoor door = ours(session);
        Optional<PacketCaptureQueryStatusResultInner> status = door.status();
        if (status.isEmpty() || hasEnded(status.get())) {
            return;
        }
        if (isToAsk()) {
            if (!door.stop()) {
                return;
            }
            AttemptMemory.keep(new Asked(clock.instant(), null));
        }
        throw waiting(session, "stopping");
    }

    void remove(Session session) {
        SessionDoor door = ours(session);
        if (door.get().isEmpty()) {
            return;
        }
        if (isToAsk()) {
            if (!door.delete()) {
                return;
            }
            AttemptMemory.keep(new Asked(clock.instant(), null));
        }
        throw waiting(session, "deleting");
    }

    private SessionDoor ours(Session session) {
        if (!OUR_FORM.matcher(session.name()).matches()) {
            throw new IllegalArgumentException("a session that is not of our naming would have been ended");
        }
        return clients.of(session);
    }

    private static boolean hasEnded(PacketCaptureQueryStatusResultInner status) {
        String word = String.valueOf(status.packetCaptureStatus()).toLowerCase(Locale.ROOT);
        return word.equals("stopped") || word.equals("error");
    }

    /** Whether nobody has asked Azure yet, or so long ago that the request must be lost. */
    private boolean isToAsk() {
        return AttemptMemory.recall()
                .map(asked -> asked.at().plus(LOST_AFTER).isBefore(clock.instant()))
                .orElse(true);
    }

    private static RuntimeException waiting(Session session, String doing) {
        Problem late = Problem.of(
                Reason.AZURE_ERROR,
                "Azure was still " + doing + " session " + session.name() + " when the time was over",
                "az network watcher packet-capture delete -n " + session.name() + " -l REGION");
        return Attempts.notYet(
                "Azure is " + doing + " the session", Duration.ofSeconds(AttemptMemory.attempt() < 5 ? 1 : 2), late);
    }
}
