package dev.nightcap.simulator.arm;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.nightcap.simulator.arm.World.Account;
import dev.nightcap.simulator.arm.World.Watcher;
import dev.nightcap.simulator.scenario.Fault;
import dev.nightcap.simulator.scenario.Scenario;
import dev.nightcap.simulator.scenario.Subject;
import dev.nightcap.simulator.web.Answer;
import dev.nightcap.simulator.web.Call;
import dev.nightcap.simulator.web.Json;
import dev.nightcap.simulator.web.Reply;
import dev.nightcap.simulator.web.Route;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The operations of {@code …/networkWatchers/{nw}/packetCaptures}, answered as recorded in 2020 and 2025. */
final class PacketCaptures {

    private static final String WATCHER =
            "/subscriptions/{s}/resourceGroups/{rg}/providers/Microsoft.Network/networkWatchers/{nw}";
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_](?:[A-Za-z0-9._-]{0,78}[A-Za-z0-9_])?");

    private final World world;
    private final Sessions sessions;
    private final Scenario scenario;
    private final Operations operations;

    PacketCaptures(World world, Sessions sessions, Scenario scenario, Operations operations) {
        this.world = world;
        this.sessions = sessions;
        this.scenario = scenario;
        this.operations = operations;
    }

    List<Route> routes() {
        String all = WATCHER + "/packetCaptures";
        String one = all + "/{pc}";
        return List.of(
                Route.of("GET", all, "packetCaptures.list", this::list),
                Route.of("PUT", one, "packetCaptures.create", this::create),
                Route.of("GET", one, "packetCaptures.get", this::get),
                Route.of("DELETE", one, "packetCaptures.delete", this::delete),
                Route.of("POST", one + "/stop", "packetCaptures.stop", this::stop),
                Route.of("POST", one + "/queryStatus", "packetCaptures.queryStatus", this::queryStatus));
    }

    /** The id of the resource that the call's capture looks at: from the body of a PUT, else from the session; or empty. */
    String target(Call call) {
        if (call.operation().equals("packetCaptures.create")) {
            try {
                return Json.read(call.request().body()).at("/properties/target").asText();
            } catch (UncheckedIOException e) {
                return "";
            }
        }
        return call.values().containsKey("pc")
                ? sessions.with(now -> sessions.find(call.request().path().replaceAll("(?i)/(stop|queryStatus)/?$", ""))
                        .map(Session::target)
                        .orElse(""))
                : "";
    }

    private Answer list(Call call) {
        String watcher = world.id(watcher(call));
        return sessions.with(now -> {
            ObjectNode root = Json.object();
            ArrayNode value = root.putArray("value");
            sessions.of(watcher).forEach(session -> value.add(session.body(version(call))));
            return ok(call, root);
        });
    }

    private Answer get(Call call) {
        return sessions.with(now -> {
            Session session = session(call);
            return ok(call, session.body(version(call))).with("ETag", session.etag());
        });
    }

    private Answer create(Call call) {
        Watcher watcher = watcher(call);
        String name = call.value("pc");
        if (!NAME.matcher(name).matches()) {
            throw ArmError.badRequest("The name '" + name + "' is invalid: 1 to 80 letters, digits, '_', '.' or '-'.");
        }
        CaptureRequest request = CaptureRequestText.parse(call.request().body());
        World.Resource target = target(request, watcher);
        Optional<Account> account = request.storageId().map(this::account);
        String id = id(call);
        return sessions.with(now -> {
            sessions.find(id).ifPresent(PacketCaptures::refuseSecond);
            refuseBeyondQuota(call, watcher, request);
            Subject subject = subject(call, request.target());
            List<Fault> faults = scenario.strike(subject, PacketCaptures::strikesLife);
            Taken taken = Taken.of(world, target, request, account, now);
            Session session = new Session(id, name, request, taken, faults);
            sessions.add(session);
            Operation operation = sessions.begin(Operation.Kind.CREATE, session, now);
            return operations
                    .accepted(operation, Reply.of(201, version(call).render(session.body(version(call)))))
                    .with("Azure-AsyncOperation", operations.statusLink(call, operation, now));
        });
    }

    private Answer stop(Call call) {
        return sessions.with(now -> {
            Session session = session(call);
            refuseWhileCreating(session);
            return accepted(call, sessions.begin(Operation.Kind.STOP, session, now), now);
        });
    }

    private Answer delete(Call call) {
        watcher(call);
        return sessions.with(now -> {
            Optional<Session> session = sessions.find(id(call));
            if (session.isEmpty()) {
                return Reply.empty(204);
            }
            refuseWhileCreating(session.get());
            return accepted(call, sessions.begin(Operation.Kind.DELETE, session.get(), now), now);
        });
    }

    /** While the capture runs the answer is 202 with the same body that its link then gives; afterwards it is 200. */
    private Answer queryStatus(Call call) {
        return sessions.with(now -> {
            Session session = session(call);
            Operation operation = sessions.begin(Operation.Kind.QUERY, session, now);
            boolean running = session.running();
            Reply reply = Reply.of(running ? 202 : 200, version(call).render(session.statusBody()));
            return running
                    ? operations
                            .accepted(operation, reply)
                            .with("Location", operations.resultLink(call, operation, now))
                    : reply.with("x-ms-request-id", operation.id());
        });
    }

    private Reply accepted(Call call, Operation operation, Instant now) {
        return operations
                .accepted(operation, Reply.empty(202))
                .with("Azure-AsyncOperation", operations.statusLink(call, operation, now))
                .with("Location", operations.resultLink(call, operation, now));
    }

    private static boolean strikesLife(Fault fault) {
        return fault instanceof Fault.Failed
                || fault instanceof Fault.CaptureError
                || fault instanceof Fault.BlobLate
                || fault instanceof Fault.BlobNever
                || fault instanceof Fault.BlobEmpty
                || fault instanceof Fault.BlobCut;
    }

    /** What Azure answers to a second {@code PUT} under a name is not on record; 409 is the class that fits. */
    private static void refuseSecond(Session session) {
        session.pending().ifPresent(PacketCaptures::refuseBusy);
        throw new ArmError(
                409,
                "Conflict",
                "A packet capture of that name exists: " + session.id() + ". Delete it or take another name.");
    }

    private static void refuseWhileCreating(Session session) {
        session.pending()
                .filter(operation -> operation.kind() == Operation.Kind.CREATE)
                .ifPresent(PacketCaptures::refuseBusy);
    }

    private static void refuseBusy(Operation operation) {
        throw new ArmError(
                409,
                "AnotherOperationInProgress",
                "Another operation on this or dependent resource is in progress. To retrieve status of the operation"
                        + " use its uri; operation " + operation.id() + ".");
    }

    private void refuseBeyondQuota(Call call, Watcher watcher, CaptureRequest request) {
        int there = sessions.of(world.id(watcher)).size();
        List<Fault> struck = scenario.strike(
                subject(call, request.target()),
                fault -> fault instanceof Fault.Quota quota && there >= quota.sessions());
        if (!struck.isEmpty() && struck.get(0) instanceof Fault.Quota quota) {
            throw quotaExceeded(watcher, quota.sessions(), quota.status(), quota.code());
        }
        if (there >= watcher.sessionLimit()) {
            throw quotaExceeded(watcher, watcher.sessionLimit(), 409, "QuotaExceeded");
        }
    }

    /** Code and wording are ours: what Azure answers at the limit is not on record. */
    private static ArmError quotaExceeded(Watcher watcher, int limit, int status, String code) {
        return new ArmError(
                status,
                code,
                "The limit of " + limit + " packet capture sessions in the region '" + watcher.location()
                        + "' has been reached. Delete sessions that have ended.");
    }

    private Watcher watcher(Call call) {
        String group = call.value("rg");
        String name = call.value("nw");
        return world.watchers().stream()
                .filter(one -> one.group().equalsIgnoreCase(group) && one.name().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(() -> ArmError.noResource("Microsoft.Network/networkWatchers", name, group));
    }

    private World.Resource target(CaptureRequest request, Watcher watcher) {
        String type = request.targetType().equals("AzureVM")
                ? "Microsoft.Compute/virtualMachines"
                : "Microsoft.Compute/virtualMachineScaleSets";
        World.Resource target = resource(request.target(), type);
        if (!target.location().equalsIgnoreCase(watcher.location())) {
            throw ArmError.badRequest("The target is in '" + target.location() + "', the network watcher in '"
                    + watcher.location() + "'. Use the watcher of the target's region.");
        }
        return target;
    }

    private Account account(String id) {
        return (Account) resource(id, "Microsoft.Storage/storageAccounts");
    }

    private World.Resource resource(String id, String type) {
        String[] parts = id.split("/", -1);
        return world.find(id)
                .filter(one -> one.type().equals(type))
                .orElseThrow(() -> parts.length > 8
                        ? ArmError.noResource(type, parts[8], parts[4])
                        : ArmError.badRequest("'" + id + "' is not the id of a resource of type " + type + "."));
    }

    private Session session(Call call) {
        watcher(call);
        return sessions.find(id(call)).orElseThrow(() -> ArmError.notFound(id(call)));
    }

    private String id(Call call) {
        return world.id(watcher(call)) + "/packetCaptures/" + call.value("pc");
    }

    private static Subject subject(Call call, String target) {
        return new Subject(
                call.operation(), call.request().method(), call.request().path(), target);
    }

    private static ApiVersion version(Call call) {
        return ApiVersion.of(call.request());
    }

    private static Reply ok(Call call, ObjectNode body) {
        return Reply.of(200, version(call).render(body));
    }
}
