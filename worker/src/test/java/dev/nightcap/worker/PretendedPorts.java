package dev.nightcap.worker;

import dev.nightcap.activities.Activities;
import dev.nightcap.activities.azure.Attempts;
import dev.nightcap.workflows.alert.Standings;
import dev.nightcap.workflows.capture.Announcements;
import dev.nightcap.workflows.capture.Evidence;
import dev.nightcap.workflows.capture.EvidenceReader;
import dev.nightcap.workflows.capture.EvidenceStore;
import dev.nightcap.workflows.capture.Problem;
import dev.nightcap.workflows.capture.Reason;
import dev.nightcap.workflows.capture.Sessions;
import dev.nightcap.workflows.capture.StopReason;
import dev.nightcap.workflows.target.ResourceId;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** All ports, where everything goes well. */
final class PretendedPorts implements Sessions, EvidenceStore, EvidenceReader, Announcements, Standings {
    private static final ResourceId WATCHER = ResourceId.parse("/subscriptions/7a1c0000-0000-4000-8000-000000000001"
            + "/resourceGroups/NetworkWatcherRG/providers/Microsoft.Network/networkWatchers/NetworkWatcher_eastus2");
    private static final String PATH = "https://nightcapevidence.blob.core.windows.net/network-watcher-logs/x.cap";

    private final List<String> calls = new CopyOnWriteArrayList<>();
    private final Attempts attempts = new Attempts(InstantSource.system());
    private volatile boolean held;

    /** These ports as an object of that one alone: a worker takes no activity twice. */
    <T> T as(Class<T> port) {
        return port.cast(Proxy.newProxyInstance(
                port.getClassLoader(), new Class<?>[] {port}, (proxy, method, args) -> call(method, args)));
    }

    private Object call(Method method, Object... arguments) throws Throwable {
        try {
            return method.invoke(this, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    Activities activities() {
        return new Activities(
                as(Sessions.class),
                as(EvidenceStore.class),
                as(EvidenceReader.class),
                as(Announcements.class),
                as(Standings.class));
    }

    List<String> calls() {
        return calls;
    }

    void holdReading() {
        held = true;
    }

    void release() {
        held = false;
    }

    void awaitCall(String call) {
        Instant end = Instant.now().plusSeconds(30);
        while (!calls.contains(call)) {
            if (Instant.now().isAfter(end)) {
                throw new AssertionError("no " + call + " in " + calls);
            }
            Thread.onSpinWait();
        }
    }

    @Override
    public Prepared prepareCapture(PrepareOrder order) {
        calls.add("prepare");
        return new Prepared("eastus2", WATCHER, order.request().destination().storageAccount(), "eastus2");
    }

    @Override
    public Started startSession(StartOrder order) {
        calls.add("start");
        return new Started(Instant.now(), PATH, false);
    }

    @Override
    public Ended awaitEnd(AwaitOrder order) {
        calls.add("await");
        return attempts.make("wait", order.deadline(), () -> {
            if (held) {
                throw Attempts.notYet(
                        "held", Duration.ofMillis(500), Problem.of(Reason.INTERNAL, "held for too long", ""));
            }
            return new Ended(StopReason.TIME_LIMIT, "TimeExceeded", List.of());
        });
    }

    @Override
    public void stopSession(CloseOrder order) {
        calls.add("stop");
    }

    @Override
    public void removeSession(CloseOrder order) {
        calls.add("remove");
    }

    @Override
    public Collected collectEvidence(CollectOrder order) {
        calls.add("collect");
        return new Collected(List.of(new StoredFile(order.storagePath(), "", 100)), 1);
    }

    @Override
    public List<String> discardEvidence(List<StoredFile> files) {
        calls.add("discard");
        return List.of();
    }

    @Override
    public void recordCapture(CaptureRecord record) {
        calls.add("record");
    }

    @Override
    public Reading readEvidence(ReadOrder order) {
        calls.add("read");
        Evidence evidence =
                new Evidence(order.url(), "", 100, "0".repeat(64), "pcap", 3, Instant.now(), Instant.now(), false);
        return new Reading(evidence, new Verdict("nothing wrong found in 3 packets", List.of()));
    }

    @Override
    public void announce(Announcement announcement) {
        calls.add("announce");
    }

    @Override
    public Standing describeCapture(String captureId) {
        return new Standing(State.NONE, null, null, null);
    }
}
