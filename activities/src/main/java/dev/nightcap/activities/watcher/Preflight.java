package dev.nightcap.activities.watcher;

import static dev.nightcap.activities.watcher.SideBySide.settled;

import com.fasterxml.jackson.databind.JsonNode;
import dev.nightcap.workflows.capture.CaptureRequest;
import dev.nightcap.workflows.capture.Destination;
import dev.nightcap.workflows.capture.Problem;
import dev.nightcap.workflows.capture.Reason;
import dev.nightcap.workflows.capture.Sessions.Prepared;
import dev.nightcap.workflows.target.ResourceId;
import dev.nightcap.workflows.target.Target;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.util.function.Tuple2;

/** The looks before the start: in two rounds, each side by side, so that an attempt stays within its time. */
final class Preflight {
    private static final Duration NEXT_LOOK = Duration.ofSeconds(15);
    private static final String LINUX_FOLDER = "/var/captures";

    private final Looks looks;
    private final TargetLook targets;
    private final AllowedScope allowed;
    private final int sessionLimit;

    Preflight(Looks looks, AllowedScope allowed, int sessionLimit) {
        this.looks = looks;
        this.targets = new TargetLook(looks);
        this.allowed = allowed;
        this.sessionLimit = sessionLimit;
    }

    Prepared prepare(CaptureRequest request) {
        allowed.check(request);
        Target target = request.target();
        Tuple2<Supplier<Found>, Supplier<List<JsonNode>>> round = both(Mono.zip(
                settled(targets.find(target)),
                settled(looks.watchers(target.id().subscription()))));
        Found found = round.getT1().get();
        AgentLook.check(target, found);
        ResourceId watcher = watcher(target, found.region(), round.getT2().get());
        ResourceId account = account(request, found);
        return prepared(target, found, watcher, account);
    }

    private Prepared prepared(Target target, Found found, ResourceId watcher, @Nullable ResourceId account) {
        Mono<Optional<JsonNode>> storage =
                account == null ? Mono.just(Optional.empty()) : looks.storageAccount(account);
        Tuple2<Supplier<List<JsonNode>>, Supplier<Optional<JsonNode>>> round =
                both(Mono.zip(settled(looks.sessions(watcher)), settled(storage)));
        String remark = account == null
                ? ""
                : StorageLook.check(
                        target, found.region(), account, round.getT2().get());
        int taken = round.getT1().get().size();
        checkFree(taken, found.region());
        return new Prepared(
                found.region(),
                watcher,
                account,
                "%s, agent ok, %d of %d sessions%s"
                        .formatted(found.region(), taken, sessionLimit, remark.isEmpty() ? "" : "; " + remark));
    }

    private void checkFree(int taken, String region) {
        if (taken >= sessionLimit) {
            throw Queue.full(
                    "waiting for a free session: %d of %d are taken in %s".formatted(taken, sessionLimit, region),
                    NEXT_LOOK);
        }
    }

    private static ResourceId watcher(Target target, String region, List<JsonNode> watchers) {
        return watchers.stream()
                .filter(watcher -> Looks.region(watcher).equals(region))
                .findFirst()
                .map(watcher -> ResourceId.parse(watcher.path("id").asText()))
                .orElseThrow(() -> Problem.of(
                                Reason.WATCHER_MISSING,
                                "no Network Watcher is switched on for " + region + " in subscription "
                                        + target.id().subscription(),
                                "az network watcher configure -g NetworkWatcherRG -l " + region
                                        + " --enabled true --subscription "
                                        + target.id().subscription())
                        .toFailure());
    }

    private @Nullable ResourceId account(CaptureRequest request, Found found) {
        Destination destination = request.destination();
        String path = destination.filePath();
        if (path != null && found.linux() && !path.startsWith(LINUX_FOLDER)) {
            throw Problem.of(
                            Reason.REQUEST_INVALID,
                            "the file path on a Linux VM starts with " + LINUX_FOLDER + ", and this one does not",
                            "name a file such as " + LINUX_FOLDER + "/capture.cap")
                    .toFailure();
        }
        if (destination.isOnVmOnly()) {
            return null;
        }
        ResourceId account = destination
                .accountIn(found.region())
                .orElseThrow(() -> Problem.of(
                                Reason.STORAGE_NOT_CONFIGURED,
                                "no storage account is configured for " + found.region() + ", where "
                                        + request.target().shortName() + " is; there is one for "
                                        + String.join(
                                                ", ",
                                                destination.accountsByRegion().keySet()),
                                "name one with --storage-account, or add " + found.region()
                                        + " to the storage table of the configuration")
                        .toFailure());
        allowed.check(account);
        return account;
    }

    private static <T> T both(Mono<T> reads) {
        return Objects.requireNonNull(reads.block(), "reads answer with something or fail");
    }
}
