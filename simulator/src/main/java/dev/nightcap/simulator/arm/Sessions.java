package dev.nightcap.simulator.arm;

import dev.nightcap.simulator.scenario.Scenario;
import dev.nightcap.simulator.scenario.SpeedClock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * All sessions and their operations. The one lock of the simulator's ARM: every look and every change happens in
 * {@link #with}, after all that is due by then; between requests a clockwork moves the sessions on every 20 ms.
 */
final class Sessions implements AutoCloseable {

    private static final int TICK_MILLIS = 20;

    private final SpeedClock clock;
    private final Timing timing;
    private final Scenario scenario;
    private final Uploads uploads;
    private final Map<String, Session> sessions = new LinkedHashMap<>();
    private final List<Session> leaving = new ArrayList<>();
    private final Map<String, Operation> operations = new LinkedHashMap<>();
    private final ScheduledExecutorService clockwork = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "simulator-clockwork");
        thread.setDaemon(true);
        return thread;
    });

    private final ScheduledFuture<?> ticking;

    Sessions(SpeedClock clock, Timing timing, Scenario scenario, Uploads uploads) {
        this.clock = clock;
        this.timing = timing;
        this.scenario = scenario;
        this.uploads = uploads;
        ticking =
                clockwork.scheduleAtFixedRate(() -> with(now -> now), TICK_MILLIS, TICK_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** Runs the work alone, at a moment to which everything has been brought up. */
    synchronized <T> T with(Function<Instant, T> work) {
        Instant now = clock.instant();
        sessions.values().removeIf(session -> {
            boolean gone = session.advance(now, timing, scenario, uploads);
            return gone && leaving.add(session);
        });
        leaving.removeIf(session -> session.finishUpload(now, timing, scenario, uploads));
        return work.apply(now);
    }

    /** Inside {@link #with} only, as all that follow. */
    Optional<Session> find(String id) {
        return Optional.ofNullable(sessions.get(key(id)));
    }

    /** Those of one watcher, oldest first. */
    List<Session> of(String watcherId) {
        String prefix = key(watcherId) + "/packetcaptures/";
        return sessions.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(prefix))
                .map(Map.Entry::getValue)
                .toList();
    }

    List<Session> all() {
        return List.copyOf(sessions.values());
    }

    void add(Session session) {
        sessions.put(key(session.id()), session);
    }

    /** Accepts an operation on the session, to be done after the time that its kind takes. */
    Operation begin(Operation.Kind kind, Session session, Instant now) {
        Instant due =
                now.plus(kind == Operation.Kind.DELETE ? timing.operation().dividedBy(2) : timing.operation());
        Operation operation = session.begin(kind, due);
        operations.put(operation.id(), operation);
        return operation;
    }

    Optional<Operation> operation(String id) {
        return Optional.ofNullable(operations.get(id.toLowerCase(Locale.ROOT)));
    }

    int retryAfter() {
        return timing.retryAfter();
    }

    @Override
    public void close() {
        ticking.cancel(false);
        clockwork.shutdownNow();
    }

    private static String key(String id) {
        return id.toLowerCase(Locale.ROOT);
    }
}
