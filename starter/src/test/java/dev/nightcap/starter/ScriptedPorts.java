package dev.nightcap.starter;

import dev.nightcap.workflows.capture.Announcements;
import dev.nightcap.workflows.capture.Evidence;
import dev.nightcap.workflows.capture.EvidenceReader;
import dev.nightcap.workflows.capture.EvidenceStore;
import dev.nightcap.workflows.capture.Problem;
import dev.nightcap.workflows.capture.Progress;
import dev.nightcap.workflows.capture.Sessions;
import dev.nightcap.workflows.capture.StopReason;
import dev.nightcap.workflows.target.ResourceId;
import io.temporal.failure.ApplicationErrorCategory;
import io.temporal.failure.ApplicationFailure;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** All ports of a capture, scripted by the name of the target, at the pace of the wall clock. */
public final class ScriptedPorts implements Sessions, EvidenceStore, EvidenceReader, Announcements {
    private static final ResourceId WATCHER = ResourceId.parse("/subscriptions/" + Samples.SUBSCRIPTION
            + "/resourceGroups/NetworkWatcherRG/providers/Microsoft.Network/networkWatchers/NetworkWatcher_eastus2");

    private final Map<String, Problem> refusals = new ConcurrentHashMap<>();

    /** Captures of this target fail in their preparation. */
    public void refuse(String target, Problem problem) {
        refusals.put(target, problem);
    }

    @Override
    public Prepared prepareCapture(PrepareOrder order) {
        Problem problem = refusals.get(order.request().target().shortName());
        if (problem != null) {
            throw problem.toFailure();
        }
        return new Prepared("eastus2", WATCHER, order.request().destination().storageAccount(), "eastus2, agent ok");
    }

    @Override
    public Started startSession(StartOrder order) {
        return new Started(Instant.now(), Samples.BLOB, false);
    }

    @Override
    public Ended awaitEnd(AwaitOrder order) {
        if (Instant.now().isBefore(order.startedAt().plus(order.limits().duration()))) {
            throw ApplicationFailure.newBuilder()
                    .setMessage("not yet")
                    .setType("NotYet")
                    .setDetails(new Progress("packets are being taken", 2048L))
                    .setNextRetryDelay(Duration.ofMillis(200))
                    .setCategory(ApplicationErrorCategory.BENIGN)
                    .build();
        }
        return new Ended(StopReason.TIME_LIMIT, "TimeExceeded", List.of());
    }

    @Override
    public void stopSession(CloseOrder order) {}

    @Override
    public void removeSession(CloseOrder order) {}

    @Override
    public Collected collectEvidence(CollectOrder order) {
        return new Collected(List.of(new StoredFile(Samples.BLOB, "", 4096)), 1);
    }

    @Override
    public List<String> discardEvidence(List<StoredFile> files) {
        return List.of();
    }

    @Override
    public void recordCapture(CaptureRecord record) {}

    @Override
    public Reading readEvidence(ReadOrder order) {
        return new Reading(
                new Evidence(order.url(), "", 4096, "9a".repeat(32), "pcap", 412, Samples.START, Samples.START, false),
                new Verdict("37 of 412 connections got no SYN-ACK", List.of()));
    }

    @Override
    public void announce(Announcement announcement) {}
}
