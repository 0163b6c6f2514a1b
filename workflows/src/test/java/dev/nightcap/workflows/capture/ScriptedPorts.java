package dev.nightcap.workflows.capture;

import dev.nightcap.workflows.target.ResourceId;
import io.temporal.failure.ApplicationErrorCategory;
import io.temporal.failure.ApplicationFailure;
import io.temporal.testing.TestWorkflowEnvironment;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** All ports of a capture, scripted: what each answers, how long each says "not yet", and what was done. */
final class ScriptedPorts implements Sessions, EvidenceStore, EvidenceReader, Announcements {
    static final String PATH =
            "https://nightcapevidence.blob.core.windows.net/network-watcher-logs/packetcapture_02_14_07_311.cap";
    static final ResourceId WATCHER = ResourceId.parse(
            "/subscriptions/7a1c0000-0000-4000-8000-000000000001/resourceGroups/NetworkWatcherRG/providers"
                    + "/Microsoft.Network/networkWatchers/NetworkWatcher_eastus2");

    /** What was asked of the ports, in order: {@code prepare start look stop collect read …}. */
    final List<String> calls = new CopyOnWriteArrayList<>();

    final List<Announcement> announcements = new CopyOnWriteArrayList<>();
    final List<CaptureRecord> recorded = new CopyOnWriteArrayList<>();
    final List<StartOrder> starts = new CopyOnWriteArrayList<>();
    volatile Ended ended = new Ended(StopReason.TIME_LIMIT, "TimeExceeded", List.of());
    volatile String storagePath = PATH;
    volatile Collected collected = new Collected(List.of(new StoredFile(PATH, "", 4096)), 1);
    volatile Reading reading = reading("", 412, 4096, false);

    private final TestWorkflowEnvironment environment;
    private final Map<String, ApplicationFailure> failures = new ConcurrentHashMap<>();
    private final Map<String, Duration> stretches = new ConcurrentHashMap<>();
    private final Map<String, Runnable> hooks = new ConcurrentHashMap<>();
    private final Map<String, Instant> firstCalls = new ConcurrentHashMap<>();

    ScriptedPorts(TestWorkflowEnvironment environment) {
        this.environment = environment;
    }

    static Reading reading(String instance, long packets, long bytes, boolean truncated) {
        Instant first = Instant.parse("2026-01-01T02:14:07Z");
        return new Reading(
                new Evidence(PATH, instance, bytes, "9a".repeat(32), "pcap", packets, first, first, truncated),
                new Verdict(
                        "37 of 412 connections to 10.2.0.4:1433 got no SYN-ACK",
                        List.of(new Finding("error", "syn-unanswered", "37 got no SYN-ACK", 37, "tcp.flags.syn==1"))));
    }

    /** The step fails for good. */
    ScriptedPorts failing(String step, Problem problem) {
        failures.put(step, problem.toFailure());
        return this;
    }

    /** The step says "not yet" for so long after its first call. */
    ScriptedPorts stretched(String step, Duration duration) {
        stretches.put(step, duration);
        return this;
    }

    /** Runs once the step was called for the first time. */
    ScriptedPorts onceCalled(String step, Runnable hook) {
        hooks.put(step, hook);
        return this;
    }

    long count(String step) {
        return calls.stream().filter(step::equals).count();
    }

    @Override
    public Prepared prepareCapture(PrepareOrder order) {
        step("prepare");
        return new Prepared(
                "eastus2",
                WATCHER,
                order.request().destination().accountIn("eastus2").orElse(null),
                "eastus2, agent ok, 3 of 10000 sessions");
    }

    @Override
    public Started startSession(StartOrder order) {
        step("start");
        starts.add(order);
        return new Started(now(), storagePath, false);
    }

    @Override
    public Ended awaitEnd(AwaitOrder order) {
        calls.add("look");
        hook("look");
        if (failures.containsKey("look")) {
            throw failures.get("look");
        }
        Duration elapsed = Duration.between(order.startedAt(), now());
        if (now().isAfter(order.deadline())) {
            return new Ended(StopReason.DEADLINE, null, List.of());
        }
        boolean runsOn = stretches.containsKey("look");
        if (runsOn || elapsed.compareTo(order.limits().duration()) < 0) {
            throw notYet(LookSchedule.next(elapsed, order.limits().duration()));
        }
        return ended;
    }

    @Override
    public void stopSession(CloseOrder order) {
        step("stop");
    }

    @Override
    public void removeSession(CloseOrder order) {
        step("remove");
    }

    @Override
    public Collected collectEvidence(CollectOrder order) {
        step("collect");
        return collected;
    }

    @Override
    public List<String> discardEvidence(List<StoredFile> files) {
        step("discard");
        return List.of();
    }

    @Override
    public void recordCapture(CaptureRecord record) {
        step("record");
        recorded.add(record);
    }

    @Override
    public Reading readEvidence(ReadOrder order) {
        step("read");
        return new Reading(
                new Evidence(
                        order.url(),
                        order.instance(),
                        reading.evidence().bytes(),
                        reading.evidence().sha256(),
                        reading.evidence().format(),
                        reading.evidence().packets(),
                        reading.evidence().firstPacket(),
                        reading.evidence().lastPacket(),
                        reading.evidence().truncated()),
                reading.verdict());
    }

    @Override
    public void announce(Announcement announcement) {
        step("announce " + announcement.channel());
        announcements.add(announcement);
    }

    private void step(String name) {
        calls.add(name);
        hook(name);
        if (failures.containsKey(name)) {
            throw failures.get(name);
        }
        Instant first = firstCalls.computeIfAbsent(name, key -> now());
        Duration stretch = stretches.getOrDefault(name, Duration.ZERO);
        if (Duration.between(first, now()).compareTo(stretch) < 0) {
            throw notYet(Duration.ofSeconds(10));
        }
    }

    private void hook(String name) {
        Runnable hook = hooks.remove(name);
        if (hook != null) {
            hook.run();
        }
    }

    private Instant now() {
        return Instant.ofEpochMilli(environment.currentTimeMillis());
    }

    private static ApplicationFailure notYet(Duration delay) {
        return ApplicationFailure.newBuilder()
                .setMessage("not yet")
                .setType("NotYet")
                .setDetails(Progress.of("not yet"))
                .setNextRetryDelay(delay)
                .setCategory(ApplicationErrorCategory.BENIGN)
                .build();
    }
}
