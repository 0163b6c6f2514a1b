package dev.nightcap.simulator.arm;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.nightcap.simulator.scenario.Fault;
import dev.nightcap.simulator.scenario.Scenario;
import dev.nightcap.simulator.scenario.Subject;
import dev.nightcap.simulator.web.Json;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * One packet capture session, moved on by the clock. Not for several threads at once: {@link Sessions} locks.
 *
 * <p>{@code provisioningState} speaks of the resource alone and stays {@code Succeeded} when the capture has ended; the
 * capture's own state is the status.
 */
final class Session {

    /** {@code packetCaptureStatus}, as far as we go through it. */
    enum Status {
        NOT_STARTED("NotStarted"),
        RUNNING("Running"),
        STOPPED("Stopped"),
        ERROR("Error");

        private final String wire;

        Status(String wire) {
            this.wire = wire;
        }
    }

    private static final DateTimeFormatter MICROS = DateTimeFormatter.ofPattern(
                    "yyyy-MM-dd'T'HH:mm:ss.SSSSSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private final String id;
    private final String name;
    private final CaptureRequest request;
    private final Taken taken;
    private final List<Fault> faults;
    private String provisioning = "Updating";
    private String etag = "";
    private Status status = Status.NOT_STARTED;
    private List<String> errors = List.of();
    private @Nullable Instant started;
    private @Nullable Instant ended;
    private @Nullable String stopReason;
    private @Nullable String lastQuery;
    private @Nullable Operation pending;
    private boolean uploaded;
    private CompletableFuture<Optional<Instant>> full = CompletableFuture.completedFuture(Optional.empty());

    Session(String id, String name, CaptureRequest request, Taken taken, List<Fault> faults) {
        this.id = id;
        this.name = name;
        this.request = request;
        this.taken = taken;
        this.faults = faults;
        touch();
    }

    String id() {
        return id;
    }

    /** The captured resource's id, as the client spelt it. */
    String target() {
        return request.target();
    }

    Taken taken() {
        return taken;
    }

    Status status() {
        return status;
    }

    boolean running() {
        return status == Status.RUNNING || (status == Status.NOT_STARTED && provisioning.equals("Updating"));
    }

    Optional<Operation> pending() {
        return Optional.ofNullable(pending).filter(operation -> !operation.done());
    }

    /** Accepts an operation; a scenario may have it fail in the end. */
    Operation begin(Operation.Kind kind, Instant due) {
        Optional<Fault.Failed> failure = faults.stream()
                .filter(Fault.Failed.class::isInstance)
                .map(Fault.Failed.class::cast)
                .filter(fault -> fault.operation().equalsIgnoreCase(kind.name()))
                .findFirst();
        if (kind == Operation.Kind.CREATE) {
            failure = failure.or(taken::refusal);
        }
        Operation operation = new Operation(kind, this, due, failure);
        if (kind == Operation.Kind.QUERY) {
            operation.finish();
            lastQuery = operation.id();
        } else {
            pending = operation;
        }
        return operation;
    }

    /** Does all that is due. Says whether the session is gone by now. */
    boolean advance(Instant now, Timing timing, Scenario scenario, Uploads uploads) {
        Subject subject = subject();
        if (status == Status.RUNNING) {
            runOn(now, scenario.holds(Fault.Phase.RUNNING, subject));
        }
        Operation operation = pending().orElse(null);
        boolean gone = false;
        if (operation != null
                && !now.isBefore(operation.due())
                && !scenario.holds(operation.kind().phase(), subject)) {
            operation.finish();
            touch();
            gone = finish(operation, now, uploads);
        }
        upload(now, timing, uploads, scenario.holds(Fault.Phase.BLOB, subject));
        return gone;
    }

    private boolean finish(Operation operation, Instant now, Uploads uploads) {
        if (operation.kind() == Operation.Kind.CREATE) {
            provisioning = operation.failure().isPresent() ? "Failed" : "Succeeded";
            if (operation.failure().isEmpty()) {
                started = now;
                status = Status.RUNNING;
                full = uploads.fullAt(recordings(now, now.plusSeconds(request.seconds())));
            }
            return false;
        }
        if (operation.kind() == Operation.Kind.STOP && operation.failure().isEmpty() && status == Status.RUNNING) {
            end(now, "Manual");
        }
        return operation.kind() == Operation.Kind.DELETE && operation.failure().isEmpty();
    }

    private void runOn(Instant now, boolean held) {
        Instant from = started == null ? now : started;
        for (Fault fault : faults) {
            if (fault instanceof Fault.CaptureError broken && !now.isBefore(from.plus(broken.after()))) {
                status = Status.ERROR;
                errors = broken.errors();
                ended = now;
                uploaded = true;
                return;
            }
        }
        if (held) {
            return;
        }
        Instant limit = from.plusSeconds(request.seconds());
        Optional<Instant> size = full.getNow(Optional.empty()).filter(at -> at.isBefore(limit));
        if (size.isPresent() && !now.isBefore(size.get())) {
            // The stop reason of a size limit is not on record; the portal shows none it knows.
            end(size.get(), "SizeExceeded");
        } else if (!now.isBefore(limit)) {
            end(limit, "TimeExceeded");
        }
    }

    private void end(Instant at, String reason) {
        status = Status.STOPPED;
        ended = at;
        stopReason = reason;
    }

    /** Goes on with the upload of a session that was deleted meanwhile. Says whether nothing is left to do. */
    boolean finishUpload(Instant now, Timing timing, Scenario scenario, Uploads uploads) {
        upload(now, timing, uploads, scenario.holds(Fault.Phase.BLOB, subject()));
        return uploaded || status != Status.STOPPED;
    }

    private Subject subject() {
        return new Subject("packetCaptures.life", "", id, request.target());
    }

    private void upload(Instant now, Timing timing, Uploads uploads, boolean held) {
        if (uploaded || held || status != Status.STOPPED || started == null || ended == null) {
            return;
        }
        Duration late = faults.stream()
                .filter(Fault.BlobLate.class::isInstance)
                .map(fault -> ((Fault.BlobLate) fault).by())
                .reduce(Duration.ZERO, Duration::plus);
        if (now.isBefore(ended.plus(timing.upload()).plus(late))) {
            return;
        }
        uploaded = true;
        if (taken.storageRefuses()) {
            status = Status.ERROR;
            errors = List.of("StorageFailed");
        } else if (faults.stream().noneMatch(Fault.BlobNever.class::isInstance)) {
            recordings(started, ended).forEach(uploads::store);
        }
    }

    private List<Recording> recordings(Instant from, Instant to) {
        long keep = faults.stream()
                .mapToLong(fault -> fault instanceof Fault.BlobEmpty
                        ? 0
                        : fault instanceof Fault.BlobCut cut ? cut.bytes() : Long.MAX_VALUE)
                .min()
                .orElse(Long.MAX_VALUE);
        return taken.recordings(request, from, to, keep);
    }

    /** The resource. */
    ObjectNode body(ApiVersion version) {
        ObjectNode root = Json.object().put("name", name).put("id", id).put("etag", etag);
        ObjectNode properties = root.putObject("properties").put("provisioningState", provisioning);
        request.writeTo(properties, version, taken.storagePath());
        if (lastQuery != null) {
            properties.put("queryPacketCaptureLastOperationId", lastQuery);
        }
        return root.put("type", "Microsoft.Network/networkWatchers/packetCaptures");
    }

    String etag() {
        return etag;
    }

    /** What {@code queryStatus} answers; the stop reason is absent while the capture runs. */
    ObjectNode statusBody() {
        ObjectNode root = Json.object().put("name", name).put("id", id);
        if (started != null) {
            root.put("captureStartTime", MICROS.format(started));
        }
        root.put("packetCaptureStatus", status.wire);
        if (stopReason != null) {
            root.put("stopReason", stopReason);
        }
        ArrayNode array = root.putArray("packetCaptureError");
        errors.forEach(array::add);
        return root;
    }

    private void touch() {
        etag = "W/\"" + UUID.randomUUID() + "\"";
    }
}
