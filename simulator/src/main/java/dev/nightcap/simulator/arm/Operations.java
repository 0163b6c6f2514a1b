package dev.nightcap.simulator.arm;

import dev.nightcap.simulator.web.Answer;
import dev.nightcap.simulator.web.Call;
import dev.nightcap.simulator.web.Reply;
import dev.nightcap.simulator.web.Route;
import java.time.Instant;
import java.util.List;

/** What the two links of an accepted request lead to: {@code operations} says how it goes, {@code operationResults} what came of it. */
final class Operations {

    private static final String BASE = "/subscriptions/{s}/providers/Microsoft.Network/locations/{region}/";

    private final World world;
    private final Sessions sessions;
    private final SignedLinks links;

    Operations(World world, Sessions sessions, SignedLinks links) {
        this.world = world;
        this.sessions = sessions;
        this.links = links;
    }

    List<Route> routes() {
        return List.of(
                Route.of("GET", BASE + "operations/{id}", "operations.get", this::status),
                Route.of("GET", BASE + "operationResults/{id}", "operationResults.get", this::result));
    }

    /** Adds what every accepted request carries: the request id is the operation's. */
    Reply accepted(Operation operation, Reply reply) {
        return reply.with("Retry-After", Integer.toString(sessions.retryAfter()))
                .with("Azure-AsyncNotification", "Enabled")
                .with("x-ms-request-id", operation.id());
    }

    String statusLink(Call call, Operation operation, Instant now) {
        return link(call, "operations", operation, now);
    }

    String resultLink(Call call, Operation operation, Instant now) {
        return link(call, "operationResults", operation, now);
    }

    private String link(Call call, String kind, Operation operation, Instant now) {
        String region = operation.session().taken().target().location();
        String path = "/subscriptions/" + world.subscription() + "/providers/Microsoft.Network/locations/" + region
                + "/" + kind + "/" + operation.id();
        return links.link(call.request(), path, ApiVersion.of(call.request()), now);
    }

    /** While it is in progress with a {@code Retry-After}, which Azure's has not: without one, clients wait 30 s. */
    private Answer status(Call call) {
        links.check(call.request());
        return sessions.with(now -> {
            Operation operation = operation(call);
            Reply reply = Reply.of(200, ApiVersion.of(call.request()).render(operation.status()));
            return operation.done() ? reply : reply.with("Retry-After", Integer.toString(sessions.retryAfter()));
        });
    }

    private Answer result(Call call) {
        links.check(call.request());
        return sessions.with(now -> {
            Operation operation = operation(call);
            if (!operation.done()) {
                return accepted(operation, Reply.empty(202)).with("Location", resultLink(call, operation, now));
            }
            if (operation.failure().isPresent()) {
                throw new ArmError(
                        500,
                        operation.failure().get().code(),
                        operation.failure().get().message());
            }
            return result(call, operation)
                    .with("x-ms-request-id", operation.id())
                    .with("Azure-AsyncNotification", "Enabled")
                    .with("Location", resultLink(call, operation, now));
        });
    }

    private static Reply result(Call call, Operation operation) {
        ApiVersion version = ApiVersion.of(call.request());
        return switch (operation.kind()) {
            case QUERY -> Reply.of(200, version.render(operation.session().statusBody()));
            case CREATE -> Reply.of(200, version.render(operation.session().body(version)));
            case STOP -> Reply.of(200, "null");
            case DELETE -> Reply.empty(204).with("Content-Type", "application/json; charset=utf-8");
        };
    }

    private Operation operation(Call call) {
        return sessions.operation(call.value("id"))
                .orElseThrow(() -> ArmError.notFound(call.request().path()));
    }
}
