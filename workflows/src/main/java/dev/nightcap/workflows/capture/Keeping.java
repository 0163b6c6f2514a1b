package dev.nightcap.workflows.capture;

import dev.nightcap.workflows.capture.EvidenceReader.ReadOrder;
import dev.nightcap.workflows.capture.EvidenceReader.Reading;
import dev.nightcap.workflows.capture.EvidenceStore.CaptureRecord;
import dev.nightcap.workflows.capture.EvidenceStore.CollectOrder;
import dev.nightcap.workflows.capture.EvidenceStore.Collected;
import dev.nightcap.workflows.capture.EvidenceStore.StoredFile;
import io.temporal.failure.ActivityFailure;
import io.temporal.workflow.Async;
import io.temporal.workflow.Promise;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The part of the story that is about files: collect, read, record; or, when cancelled, discard. */
final class Keeping {
    /** After Azure's own error a file seldom comes. */
    private static final Duration GRACE_AFTER_ERROR = Duration.ofSeconds(30);

    private final CaptureRequest request;
    private final Course course;
    private final Phases phases;
    private final Interruption interruption;

    Keeping(CaptureRequest request, Course course, Phases phases, Interruption interruption) {
        this.request = request;
        this.course = course;
        this.phases = phases;
        this.interruption = interruption;
    }

    /** Detached: a cancelled capture, too, must know what has arrived, in order to delete it. */
    void collect() {
        String path = course.storagePath();
        if (path == null) {
            return;
        }
        Instant now = Phases.now();
        CollectOrder order = new CollectOrder(request.target(), path, now, now.plus(grace()));
        Collected collected = phases.during(
                Phase.EVIDENCE,
                () -> Interruption.detached(
                        () -> Steps.store("wait for the file to arrive").collectEvidence(order)),
                Keeping::remark);
        course.files = collected.files();
        course.expectedFiles = collected.expected();
    }

    private Duration grace() {
        return course.ended != null && course.ended.reason() == StopReason.ERROR
                ? GRACE_AFTER_ERROR
                : request.policy().uploadGrace();
    }

    private static String remark(Collected collected) {
        long bytes = collected.files().stream().mapToLong(StoredFile::bytes).sum();
        return switch (collected.files().size()) {
            case 0 -> "no file arrived";
            case 1 -> fileName(collected.files().get(0)) + "  " + Conclusion.size(bytes);
            default -> collected.files().size() + " files  " + Conclusion.size(bytes);
        };
    }

    void read() {
        if (!course.files.isEmpty()) {
            interruption.unlessCancelled(() -> phases.during(Phase.READ, this::readAll, Keeping::readRemark));
        }
    }

    private List<Reading> readAll() {
        List<Promise<Reading>> reads = new ArrayList<>();
        for (StoredFile file : course.files) {
            EvidenceReader reader = Steps.reader("read " + fileName(file));
            reads.add(Async.function(reader::readEvidence, new ReadOrder(file.url(), file.instance(), file.bytes())));
        }
        for (Promise<Reading> read : reads) {
            try {
                course.readings.add(read.get());
            } catch (ActivityFailure failure) {
                if (Interruption.isCancellation(failure)) {
                    throw failure;
                }
                course.failed(Problem.of(failure));
            }
        }
        return course.readings;
    }

    private static String readRemark(List<Reading> readings) {
        if (readings.isEmpty()) {
            return "could not be read";
        }
        long packets = readings.stream()
                .mapToLong(reading -> Math.max(0, reading.evidence().packets()))
                .sum();
        String digest = readings.size() == 1 ? digest(readings.get(0).evidence().sha256()) : "";
        boolean whole =
                readings.stream().noneMatch(reading -> reading.evidence().truncated());
        return "%,d packets, %s%s".formatted(packets, whole ? "complete" : "cut short", digest);
    }

    private static String digest(String sha256) {
        int length = sha256.length();
        return length < 8 ? "" : ", sha256 " + sha256.substring(0, 4) + "…" + sha256.substring(length - 2);
    }

    /** Deletes our files, or names those that could not be deleted. */
    void discard() {
        if (!course.files.isEmpty()) {
            try {
                course.leftBehind.addAll(Interruption.detached(() ->
                        Steps.store("delete the files of the cancelled capture").discardEvidence(course.files)));
            } catch (ActivityFailure failure) {
                course.files.forEach(file -> course.leftBehind.add(file.url()));
            }
        }
        course.discarded = true;
    }

    /** Leaves {@code capture.json} beside the evidence. */
    void record(CaptureDocument document) {
        String path = course.storagePath();
        if (path != null && !course.discarded) {
            course.cleaningUp(
                    "capture.json could not be written beside the evidence",
                    () -> Steps.store("write capture.json beside the evidence")
                            .recordCapture(new CaptureRecord(path, document)));
        }
    }

    private static String fileName(StoredFile file) {
        return file.url().substring(file.url().lastIndexOf('/') + 1);
    }
}
