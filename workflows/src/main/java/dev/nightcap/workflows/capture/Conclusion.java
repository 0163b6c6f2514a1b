package dev.nightcap.workflows.capture;

import dev.nightcap.workflows.capture.EvidenceReader.Reading;
import dev.nightcap.workflows.capture.EvidenceStore.StoredFile;
import dev.nightcap.workflows.target.CaptureId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Judges the facts of a run: outcome, reason, and the sentences for people. Pure. */
final class Conclusion {
    private static final Map<String, Reason> REASONS = Map.of(
            "AgentStopped", Reason.AGENT_STOPPED,
            "StorageFailed", Reason.STORAGE_FAILED,
            "LocalFileFailed", Reason.LOCAL_FILE_FAILED,
            "CaptureFailed", Reason.CAPTURE_FAILED);

    private final CaptureRequest request;
    private final Course course;
    private final @Nullable String stoppedBy;
    private final boolean cancelled;

    /** @param stoppedBy who asked to stop, if anybody did */
    Conclusion(CaptureRequest request, Course course, @Nullable String stoppedBy, boolean cancelled) {
        this.request = request;
        this.course = course;
        this.stoppedBy = stoppedBy;
        this.cancelled = cancelled;
    }

    CaptureResult result(List<CaptureResult.PhaseRecord> phases) {
        Judgement judged = judge();
        boolean kept = !course.discarded;
        List<Evidence> evidence =
                kept ? course.readings.stream().map(Reading::evidence).toList() : List.of();
        Verdicts verdicts = Verdicts.of(kept ? course.readings : List.of());
        return new CaptureResult(
                judged.outcome,
                judged.reason,
                judged.sentence + leftBehind(),
                stopReason(),
                course.session == null ? null : sessionId(),
                course.storagePath(),
                evidence,
                course.session == null || course.sessionRemoved,
                List.copyOf(course.leftBehind),
                phases,
                course.problem == null ? null : course.problem.azure(),
                verdicts.sentence(),
                verdicts.findings(),
                judged.next);
    }

    private Judgement judge() {
        if (cancelled) {
            return new Judgement(
                    Outcome.CANCELLED,
                    Reason.CANCELLED_BY_PERSON,
                    "cancelled; nothing was kept",
                    "nightcap start " + request.target().kindName() + " "
                            + request.target().shortName() + " begins anew");
        }
        if (stoppedBy != null && course.started == null && course.problem == null) {
            return new Judgement(
                    Outcome.CANCELLED,
                    Reason.STOPPED_BEFORE_START,
                    "stopped by " + stoppedBy + " before any packet was taken; there is nothing to keep",
                    "nightcap start " + request.target().kindName() + " "
                            + request.target().shortName() + " begins anew");
        }
        if (course.started == null) {
            return failed();
        }
        if (course.storagePath() == null) {
            return course.problem != null || endedInError() ? failed() : keptOnVm();
        }
        if (course.files.isEmpty()) {
            return course.problem != null || endedInError() ? failed() : missing();
        }
        if (course.readings.isEmpty()) {
            return notReadable();
        }
        return read();
    }

    private Judgement read() {
        List<Evidence> evidence =
                course.readings.stream().map(Reading::evidence).toList();
        long packets =
                evidence.stream().mapToLong(e -> Math.max(0, e.packets())).sum();
        long bytes = evidence.stream().mapToLong(Evidence::bytes).sum();
        if (evidence.stream().anyMatch(Evidence::truncated)) {
            return new Judgement(
                    Outcome.DAMAGED,
                    Reason.FILE_CUT_SHORT,
                    "the file is cut short: its last packet is not whole; " + count(packets) + " packets before it can"
                            + " be read",
                    download());
        }
        if (bytes == 0) {
            return new Judgement(
                    Outcome.DAMAGED,
                    Reason.FILE_EMPTY,
                    "the file arrived with no byte in it, not even a header: the agent on the VM did not finish its"
                            + " upload",
                    again());
        }
        if (evidence.stream().allMatch(e -> e.packets() < 0)) {
            return new Judgement(
                    Outcome.UNVERIFIED,
                    Reason.FORMAT_UNKNOWN,
                    "the file is there with its size and digest, and its format ("
                            + evidence.get(0).format() + ") cannot be read here",
                    download());
        }
        if (packets == 0) {
            return new Judgement(Outcome.EMPTY, Reason.NO_PACKETS, empty(), again());
        }
        if (evidence.size() < course.expectedFiles) {
            return new Judgement(
                    Outcome.CAPTURED,
                    Reason.SOME_FILES_MISSING,
                    evidence.size() + " of " + course.expectedFiles + " files arrived, with " + count(packets)
                            + " packets; " + ending(),
                    download());
        }
        return new Judgement(
                Outcome.CAPTURED,
                Reason.EVIDENCE_VERIFIED,
                count(packets) + " packets in " + size(bytes) + ", read back whole; " + ending(),
                download());
    }

    private String empty() {
        String cause = request.filters().isEmpty()
                ? "the VM sent and received nothing while it ran"
                : "no packet matched " + String.join(" or ", filterTexts());
        return "the file is whole and holds no packet: " + cause + "; " + ending();
    }

    private List<String> filterTexts() {
        return request.filters().stream().map(PacketFilter::toString).toList();
    }

    private Judgement missing() {
        return new Judgement(
                Outcome.MISSING,
                Reason.FILE_MISSING,
                "no file arrived within "
                        + request.policy().uploadGrace().toSeconds()
                        + " s after the end: the VM may not reach the storage account, or was switched off; "
                        + ending(),
                "check that the VM reaches the storage account on port 443, then start again");
    }

    private Judgement keptOnVm() {
        return new Judgement(
                Outcome.UNVERIFIED,
                Reason.KEPT_ON_VM,
                "the file is kept on the VM's own disk, at "
                        + request.destination().filePath() + ", where it cannot be verified from here; " + ending(),
                "fetch the file from the VM");
    }

    private Judgement notReadable() {
        Problem problem = course.problem;
        return new Judgement(
                Outcome.UNVERIFIED,
                Reason.FILE_NOT_READABLE,
                "the file is there, and could not be read" + (problem == null ? "" : ": " + problem.sentence()),
                problem != null && problem.next() != null ? problem.next() : download());
    }

    private Judgement failed() {
        Problem problem = course.problem;
        if (problem == null) {
            return new Judgement(
                    Outcome.FAILED,
                    errorReason(),
                    "Azure ended the capture with an error (" + String.join(", ", errors()) + ") and left no file",
                    "look at the Network Watcher agent on the VM, then start again");
        }
        return new Judgement(
                Outcome.FAILED, problem.reason(), problem.sentence(), problem.next() == null ? "" : problem.next());
    }

    private boolean endedInError() {
        return course.ended != null && course.ended.reason() == StopReason.ERROR;
    }

    private List<String> errors() {
        return course.ended == null ? List.of() : course.ended.errors();
    }

    private Reason errorReason() {
        return errors().stream()
                .map(REASONS::get)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(Reason.AZURE_ERROR);
    }

    private @Nullable StopReason stopReason() {
        if (course.ended == null) {
            return null;
        }
        return course.ended.reason() == StopReason.UNKNOWN && reachedTheByteLimit()
                ? StopReason.BYTE_LIMIT
                : course.ended.reason();
    }

    /** Azure gives no word for it that is known, so the size of the files tells. */
    private boolean reachedTheByteLimit() {
        long bytes = course.files.stream().mapToLong(StoredFile::bytes).sum();
        return bytes >= request.limits().totalBytes() / 10 * 9;
    }

    private String ending() {
        StopReason reason = stopReason();
        return reason == null
                ? "how it ended is not known"
                : switch (reason) {
                    case TIME_LIMIT ->
                        "ended by its time limit of "
                                + request.limits().duration().toSeconds() + " s";
                    case BYTE_LIMIT ->
                        "ended early by its byte limit of "
                                + size(request.limits().totalBytes());
                    case REQUEST -> "stopped early by " + (stoppedBy == null ? "request" : stoppedBy);
                    case STOPPED_ELSEWHERE -> "stopped early by somebody outside of Nightcap";
                    case DEADLINE -> "still running past its time limit, so it was stopped";
                    case ERROR -> "ended by an error of Azure (" + String.join(", ", errors()) + ")";
                    case SESSION_DELETED -> "its session was deleted by somebody outside of Nightcap";
                    case UNKNOWN -> "Azure does not say what ended it";
                };
    }

    private String leftBehind() {
        return course.leftBehind.isEmpty() ? "" : "; left behind: " + String.join(", ", course.leftBehind);
    }

    private String sessionId() {
        return course.session == null ? "" : course.session.watcher() + "/packetCaptures/" + course.session.name();
    }

    private String download() {
        return "nightcap download " + CaptureId.of(request.target());
    }

    private String again() {
        return "nightcap start " + request.target().kindName() + " "
                + request.target().shortName() + " with a longer duration"
                + (request.filters().isEmpty() ? "" : " or without the filter");
    }

    private static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** A size for people: {@code 41.2 MiB}. */
    static String size(long bytes) {
        if (bytes < 1024) {
            return bytes + " B";
        }
        int unit = (63 - Long.numberOfLeadingZeros(bytes)) / 10;
        return String.format(Locale.ROOT, "%.1f %siB", (double) bytes / (1L << (unit * 10)), "KMGTPE".charAt(unit - 1));
    }

    private record Judgement(Outcome outcome, Reason reason, String sentence, String next) {}
}
