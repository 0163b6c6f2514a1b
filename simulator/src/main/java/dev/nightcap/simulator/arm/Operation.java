package dev.nightcap.simulator.arm;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.nightcap.simulator.scenario.Fault;
import dev.nightcap.simulator.web.Json;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** An asynchronous operation on one session: accepted, in progress until it is due and not held, then done or failed. */
final class Operation {

    /** What was asked for. */
    enum Kind {
        CREATE(Fault.Phase.CREATE),
        STOP(Fault.Phase.STOP),
        DELETE(Fault.Phase.DELETE),
        QUERY(Fault.Phase.REQUEST);

        private final Fault.Phase phase;

        Kind(Fault.Phase phase) {
            this.phase = phase;
        }

        Fault.Phase phase() {
            return phase;
        }
    }

    private final String id = UUID.randomUUID().toString();
    private final Kind kind;
    private final Session session;
    private final Instant due;
    private final Optional<Fault.Failed> failure;
    private boolean done;

    Operation(Kind kind, Session session, Instant due, Optional<Fault.Failed> failure) {
        this.kind = kind;
        this.session = session;
        this.due = due;
        this.failure = failure;
    }

    String id() {
        return id;
    }

    Kind kind() {
        return kind;
    }

    Session session() {
        return session;
    }

    Instant due() {
        return due;
    }

    boolean done() {
        return done;
    }

    Optional<Fault.Failed> failure() {
        return failure;
    }

    void finish() {
        done = true;
    }

    /** The body of {@code Azure-AsyncOperation}; a stop that succeeded has empty properties, as recorded. */
    ObjectNode status() {
        ObjectNode body = Json.object();
        if (!done) {
            return body.put("status", "InProgress");
        }
        if (failure.isPresent()) {
            body.put("status", "Failed")
                    .putObject("error")
                    .put("code", failure.get().code())
                    .put("message", failure.get().message())
                    .putArray("details");
            return body;
        }
        body.put("status", "Succeeded");
        if (kind == Kind.STOP) {
            body.putObject("properties");
        }
        return body;
    }
}
