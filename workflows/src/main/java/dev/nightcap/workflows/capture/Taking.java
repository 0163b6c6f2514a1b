package dev.nightcap.workflows.capture;

import dev.nightcap.workflows.capture.Sessions.AwaitOrder;
import dev.nightcap.workflows.capture.Sessions.CloseOrder;
import dev.nightcap.workflows.capture.Sessions.Ended;
import dev.nightcap.workflows.capture.Sessions.PrepareOrder;
import dev.nightcap.workflows.capture.Sessions.Prepared;
import dev.nightcap.workflows.capture.Sessions.Session;
import dev.nightcap.workflows.capture.Sessions.StartOrder;
import dev.nightcap.workflows.capture.Sessions.Started;
import dev.nightcap.workflows.target.SessionName;
import io.temporal.failure.ActivityFailure;
import io.temporal.workflow.Workflow;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The part of the story in which a session exists: prepare, start, await its end, stop, remove. */
final class Taking {
    /** How long past its limit a session may still run before it is stopped. */
    private static final Duration OVERRUN = Duration.ofMinutes(2);

    private static final Duration CLEANING = Duration.ofMinutes(30);

    private final CaptureRequest request;
    private final Course course;
    private final Phases phases;
    private final Interruption interruption;

    Taking(CaptureRequest request, Course course, Phases phases, Interruption interruption) {
        this.request = request;
        this.course = course;
        this.phases = phases;
        this.interruption = interruption;
    }

    /** What the looks found, or nothing if somebody stopped or cancelled meanwhile. */
    Optional<Prepared> prepare() {
        PrepareOrder order = new PrepareOrder(request, queueUntil());
        return phases.during(
                Phase.PREPARE,
                () -> interruption.unlessEnding(() -> Steps.sessions(
                                "look at " + request.target().shortName() + ", its agent, watcher and storage")
                        .prepareCapture(order)),
                found -> found.map(Prepared::remark).orElse("ended before the start"));
    }

    private Session session(Prepared prepared) {
        String run = Workflow.getInfo().getOriginalExecutionRunId();
        return new Session(
                request.target(),
                prepared.watcher(),
                SessionName.of(request.namePrefix(), request.installation(), run));
    }

    /** Detached, and always awaited: a cancellation cannot pass a request in flight. */
    Started start(Prepared prepared) {
        Session session = session(prepared);
        course.session = session;
        StartOrder order = new StartOrder(request, session, prepared.storageAccount(), queueUntil());
        Started started = phases.during(
                Phase.START,
                () -> Interruption.detached(
                        () -> Steps.sessions("start session " + session.name()).startSession(order)),
                begun -> session.watcher().name() + (begun.adopted() ? ", adopted" : ""));
        course.started = started;
        return started;
    }

    void awaitEnd(Started started) {
        Session session = Objects.requireNonNull(course.session, "set by start");
        Instant deadline = started.startedAt().plus(request.limits().duration()).plus(OVERRUN);
        AwaitOrder order = new AwaitOrder(session, request.limits(), started.startedAt(), deadline);
        course.ended = phases.during(Phase.CAPTURING, () -> untilEnd(order), this::endRemark);
    }

    private Ended untilEnd(AwaitOrder order) {
        Ended ended = follow(order);
        if (ended.reason() == StopReason.REQUEST
                || ended.reason() == StopReason.DEADLINE
                || ended.reason() == StopReason.UNKNOWN) {
            stop(order.session());
        }
        return ended;
    }

    private Ended follow(AwaitOrder order) {
        try {
            return interruption
                    .unlessEnding(() -> Steps.sessions(
                                    "follow session " + order.session().name() + " to its end")
                            .awaitEnd(order))
                    .orElseGet(Ended::byRequest);
        } catch (ActivityFailure failure) {
            course.failed(Problem.of(failure));
            return new Ended(StopReason.UNKNOWN, null, List.of());
        }
    }

    private String endRemark(Ended ended) {
        return switch (ended.reason()) {
            case TIME_LIMIT -> "stopped by the time limit";
            case REQUEST -> interruption.cancelled() ? "cancelled" : "stopped by " + interruption.stoppedBy();
            case ERROR -> "ended by an error: " + String.join(", ", ended.errors());
            default -> ended.reason().code().replace('-', ' ');
        };
    }

    private void stop(Session session) {
        course.cleaningUp(
                "session " + session.name() + " may still be running",
                () -> Steps.sessions("stop session " + session.name()).stopSession(closing(session)));
    }

    /** Also after a start that failed: its request may have arrived all the same. */
    void remove() {
        Session session = course.session;
        if (session == null) {
            return;
        }
        course.sessionRemoved = phases.during(
                Phase.REMOVE,
                () -> course.cleaningUp(
                        "session " + session.name(),
                        () -> Steps.sessions("delete session " + session.name()).removeSession(closing(session))),
                removed -> removed ? "session deleted" : "left behind: " + session.name());
    }

    private static CloseOrder closing(Session session) {
        return new CloseOrder(session, Phases.now().plus(CLEANING));
    }

    private Instant queueUntil() {
        return Phases.now().plus(request.policy().queueFor());
    }
}
