package dev.nightcap.activities.watcher;

import com.azure.resourcemanager.network.fluent.models.PacketCaptureResultInner;
import com.fasterxml.jackson.databind.JsonNode;
import dev.nightcap.activities.azure.ArmDoor;
import dev.nightcap.activities.azure.Attempts;
import dev.nightcap.activities.azure.AzureAnswer;
import dev.nightcap.activities.azure.AzureFaults;
import dev.nightcap.activities.azure.Refusal;
import dev.nightcap.activities.watcher.AttemptMemory.Asked;
import dev.nightcap.workflows.capture.Problem;
import dev.nightcap.workflows.capture.Reason;
import dev.nightcap.workflows.capture.Sessions.StartOrder;
import dev.nightcap.workflows.capture.Sessions.Started;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Look, ask once, look again: a request whose answer was lost is found by its name, and adopted. */
final class SessionStart {
    private static final Duration QUEUE_LOOK = Duration.ofSeconds(15);

    private final PacketCaptureClients clients;
    private final ArmDoor arm;
    private final InstantSource clock;

    SessionStart(PacketCaptureClients clients, ArmDoor arm, InstantSource clock) {
        this.clients = clients;
        this.arm = arm;
        this.clock = clock;
    }

    Started start(StartOrder order) {
        SessionDoor door = clients.of(order.session());
        Optional<PacketCaptureResultInner> present = door.get();
        return present.isPresent() ? goOn(order, door, present.get()) : ask(order, door);
    }

    private Started ask(StartOrder order, SessionDoor door) {
        try {
            Optional<String> operation = door.put(SessionBody.of(order));
            AttemptMemory.keep(new Asked(clock.instant(), operation.orElse(null)));
        } catch (Refusal refusal) {
            if (AzureFaults.isQuota(refusal.answer())) {
                throw quota(order, refusal.answer());
            }
            throw refusal;
        }
        throw starting(order);
    }

    private Started goOn(StartOrder order, SessionDoor door, PacketCaptureResultInner session) {
        if (!order.session().target().id().value().equalsIgnoreCase(session.target())) {
            throw failed(order, "a session of that name captures another target", null)
                    .toFailure();
        }
        String state = String.valueOf(session.provisioningState()).toLowerCase(Locale.ROOT);
        return switch (state) {
            case "succeeded" -> started(door, session);
            case "failed" -> throw afterFailure(order, door);
            case "deleting" ->
                throw failed(order, "somebody is deleting the session", null).toFailure();
            default -> throw starting(order);
        };
    }

    private Started started(SessionDoor door, PacketCaptureResultInner session) {
        String path = session.storageLocation() == null
                ? null
                : session.storageLocation().storagePath();
        return new Started(
                startTime(door).orElseGet(clock::instant),
                path == null || path.isEmpty() ? null : path,
                AttemptMemory.recall().isEmpty());
    }

    /** Azure's own time of the start, if it can be had now; it is not worth failing for. */
    private static Optional<Instant> startTime(SessionDoor door) {
        try {
            return door.status().map(status -> status.captureStartTime()).map(time -> time.toInstant());
        } catch (RuntimeException unknown) {
            return Optional.empty();
        }
    }

    private RuntimeException afterFailure(StartOrder order, SessionDoor door) {
        Optional<AzureAnswer> why = AttemptMemory.recall().map(Asked::operation).flatMap(this::error);
        if (why.isPresent() && AzureFaults.isQuota(why.get())) {
            door.delete();
            return quota(order, why.get());
        }
        String said = why.map(AzureAnswer::described)
                .orElse("Azure names no reason any more, because the answer that would have was lost");
        return failed(order, said, why.orElse(null)).toFailure();
    }

    private Optional<AzureAnswer> error(String operation) {
        JsonNode result = arm.follow(operation)
                .onErrorResume(Refusal.class, refusal -> Mono.empty())
                .block();
        return result == null || result.path("error").isMissingNode()
                ? Optional.empty()
                : Optional.of(AzureAnswer.within(result));
    }

    private RuntimeException starting(StartOrder order) {
        Duration delay = Duration.ofSeconds(AttemptMemory.attempt() < 5 ? 1 : 2);
        return Attempts.notYet(
                "Azure is starting the session",
                delay,
                failed(order, "Azure was still starting it when the time was over", null));
    }

    private static RuntimeException quota(StartOrder order, AzureAnswer answer) {
        String watcher = order.session().watcher().name();
        return Queue.full(
                "waiting for a free session: Azure's own limit is reached at " + watcher + " (" + answer.code() + ")",
                answer.retryAfter() == null ? QUEUE_LOOK : answer.retryAfter());
    }

    private static Problem failed(StartOrder order, String why, @Nullable AzureAnswer answer) {
        return new Problem(
                Reason.START_FAILED,
                "the session could not be started on "
                        + order.session().target().shortName() + ": " + why,
                "see whether the agent runs and reaches the storage account, then ask again",
                answer == null ? null : answer.forSupport());
    }
}
