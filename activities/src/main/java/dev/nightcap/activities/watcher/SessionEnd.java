package dev.nightcap.activities.watcher;

import com.azure.resourcemanager.network.fluent.models.PacketCaptureQueryStatusResultInner;
import dev.nightcap.activities.azure.AzureFaults;
import dev.nightcap.activities.azure.NotYet;
import dev.nightcap.activities.azure.Refusal;
import dev.nightcap.activities.azure.SafeText;
import dev.nightcap.workflows.capture.LookSchedule;
import dev.nightcap.workflows.capture.Problem;
import dev.nightcap.workflows.capture.Progress;
import dev.nightcap.workflows.capture.Reason;
import dev.nightcap.workflows.capture.Sessions.AwaitOrder;
import dev.nightcap.workflows.capture.Sessions.Ended;
import dev.nightcap.workflows.capture.StopReason;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One look at a session that takes packets. */
final class SessionEnd {
    private final PacketCaptureClients clients;
    private final InstantSource clock;

    SessionEnd(PacketCaptureClients clients, InstantSource clock) {
        this.clients = clients;
        this.clock = clock;
    }

    Ended look(AwaitOrder order) {
        Optional<PacketCaptureQueryStatusResultInner> status = status(order);
        if (status.isEmpty()) {
            return new Ended(StopReason.SESSION_DELETED, null, List.of());
        }
        String word = String.valueOf(status.get().packetCaptureStatus()).toLowerCase(Locale.ROOT);
        String why = status.get().stopReason() == null
                ? null
                : SafeText.of(status.get().stopReason());
        return switch (word) {
            case "stopped" -> new Ended(reason(why), why, List.of());
            case "error" -> new Ended(StopReason.ERROR, why, errors(status.get()));
            default -> goingOn(order);
        };
    }

    /** A throttled look is put off at least as long as the schedule would have put off the next one. */
    private Optional<PacketCaptureQueryStatusResultInner> status(AwaitOrder order) {
        try {
            return clients.of(order.session()).status();
        } catch (Refusal refusal) {
            Duration asked = refusal.answer().retryAfter();
            if (!AzureFaults.isThrottling(refusal.answer()) || isLate(order)) {
                throw refusal;
            }
            Duration delay = delay(order);
            throw notYet(
                    "Azure asks for patience: " + refusal.answer().described(),
                    asked != null && asked.compareTo(delay) > 0 ? asked : delay);
        }
    }

    private Ended goingOn(AwaitOrder order) {
        if (isLate(order)) {
            return new Ended(StopReason.DEADLINE, null, List.of());
        }
        long limit = order.limits().duration().toSeconds();
        throw notYet(
                "taking packets: %d of %d s"
                        .formatted(Math.min(limit, elapsed(order).toSeconds()), limit),
                delay(order));
    }

    private boolean isLate(AwaitOrder order) {
        return !clock.instant().isBefore(order.deadline());
    }

    private Duration elapsed(AwaitOrder order) {
        Instant now = clock.instant();
        return now.isBefore(order.startedAt()) ? Duration.ZERO : Duration.between(order.startedAt(), now);
    }

    private Duration delay(AwaitOrder order) {
        return LookSchedule.next(elapsed(order), order.limits().duration());
    }

    private static NotYet notYet(String sentence, Duration delay) {
        Problem late = Problem.of(
                Reason.AZURE_ERROR,
                "Azure did not say whether the session has ended: " + sentence,
                "look at the session in the Azure portal");
        return new NotYet(Progress.of(sentence), delay, late);
    }

    /**
     * {@code TimeExceeded} and {@code Manual} are on record. What Azure says at the byte limit is not: a word with size
     * or byte in it can hardly mean anything else.
     */
    private static StopReason reason(@Nullable String why) {
        String word = why == null ? "" : why.toLowerCase(Locale.ROOT);
        if (word.equals("timeexceeded")) {
            return StopReason.TIME_LIMIT;
        }
        if (word.equals("manual")) {
            return StopReason.STOPPED_ELSEWHERE;
        }
        return word.contains("size") || word.contains("byte") ? StopReason.BYTE_LIMIT : StopReason.UNKNOWN;
    }

    private static List<String> errors(PacketCaptureQueryStatusResultInner status) {
        return status.packetCaptureError() == null
                ? List.of()
                : status.packetCaptureError().stream()
                        .map(error -> SafeText.of(error.toString()))
                        .toList();
    }
}
