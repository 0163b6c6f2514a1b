package dev.nightcap.starter;

import dev.nightcap.starter.terminal.Sighting;
import dev.nightcap.workflows.capture.Asker;
import dev.nightcap.workflows.capture.CaptureLimits;
import dev.nightcap.workflows.capture.CapturePolicy;
import dev.nightcap.workflows.capture.CaptureProgress;
import dev.nightcap.workflows.capture.CaptureRequest;
import dev.nightcap.workflows.capture.CaptureResult;
import dev.nightcap.workflows.capture.CaptureResult.PhaseRecord;
import dev.nightcap.workflows.capture.Destination;
import dev.nightcap.workflows.capture.Evidence;
import dev.nightcap.workflows.capture.EvidenceReader.Finding;
import dev.nightcap.workflows.capture.Outcome;
import dev.nightcap.workflows.capture.Phase;
import dev.nightcap.workflows.capture.Reason;
import dev.nightcap.workflows.capture.StopReason;
import dev.nightcap.workflows.target.ResourceId;
import dev.nightcap.workflows.target.Target;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Values for tests. */
public final class Samples {
    public static final String SUBSCRIPTION = "7a1c0000-0000-4000-8000-000000000001";
    public static final Instant START = Instant.parse("2026-01-01T02:14:07Z");
    public static final String BLOB =
            "https://nightcapevidence.blob.core.windows.net/network-watcher-logs/packetcapture_02_14_07_311.cap";
    private static final String GROUP = "/subscriptions/" + SUBSCRIPTION + "/resourceGroups/night";

    private Samples() {}

    public static String vm(String name) {
        return GROUP + "/providers/Microsoft.Compute/virtualMachines/" + name;
    }

    public static String storage(String name) {
        return GROUP + "/providers/Microsoft.Storage/storageAccounts/" + name;
    }

    public static CaptureRequest request(String vm, Duration duration) {
        return new CaptureRequest(
                Target.of(ResourceId.parse(vm(vm))).orElseThrow(),
                CaptureLimits.lasting(duration),
                List.of(),
                Destination.account(ResourceId.parse(storage("nightcapevidence"))),
                Asker.person("alice", "resets"),
                CapturePolicy.DEFAULT,
                "main",
                CaptureRequest.DEFAULT_PREFIX);
    }

    /** A phase that began and ended so many seconds after the start. */
    public static PhaseRecord over(Phase phase, double from, double to, String remark) {
        return new PhaseRecord(phase, at(from), at(to), remark);
    }

    public static PhaseRecord open(Phase phase, double from) {
        return new PhaseRecord(phase, at(from), null, "");
    }

    public static Instant at(double seconds) {
        return START.plusMillis((long) (seconds * 1000));
    }

    public static Sighting running(List<PhaseRecord> phases) {
        CaptureRequest request = request("web-01", Duration.ofSeconds(60));
        PhaseRecord last = phases.get(phases.size() - 1);
        CaptureProgress progress =
                new CaptureProgress(request, last.name(), phases, at(68), BLOB, null, List.of(), null);
        return new Sighting("web-01-3fa9c01b", "run-1", request, progress, null, null, null, false);
    }

    public static Sighting ended(CaptureResult result) {
        CaptureRequest request = request("web-01", Duration.ofSeconds(60));
        return new Sighting("web-01-3fa9c01b", "run-1", request, null, null, null, result, false);
    }

    public static CaptureResult captured(List<PhaseRecord> phases) {
        return new CaptureResult(
                Outcome.CAPTURED,
                Reason.EVIDENCE_VERIFIED,
                "412 packets in 4.0 KiB, read back whole; ended by its time limit of 60 s",
                StopReason.TIME_LIMIT,
                "/session",
                BLOB,
                List.of(new Evidence(BLOB, "", 4096, "9a".repeat(32), "pcap", 412, START, START, false)),
                true,
                List.of(),
                phases,
                null,
                "37 of 412 connections to 10.2.0.4:1433 got no SYN-ACK",
                List.of(
                        new Finding(
                                "warn", "retransmissions", "retransmissions 6.1 %", 25, "tcp.analysis.retransmission"),
                        new Finding("ok", "dns", "DNS 612/612 answered", 612, "")),
                "nightcap download web-01-3fa9c01b");
    }

    public static CaptureResult ended(Outcome outcome, Reason reason) {
        return new CaptureResult(
                outcome,
                reason,
                "so it ended",
                null,
                null,
                null,
                List.of(),
                true,
                List.of(),
                List.of(),
                null,
                null,
                List.of(),
                "");
    }
}
