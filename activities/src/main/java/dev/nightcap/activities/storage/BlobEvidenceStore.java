package dev.nightcap.activities.storage;

import dev.nightcap.activities.azure.ArmDoor;
import dev.nightcap.activities.azure.Attempts;
import dev.nightcap.activities.azure.AzureAccess;
import dev.nightcap.activities.storage.BlobFiles.BlobLook;
import dev.nightcap.workflows.capture.EvidenceStore;
import dev.nightcap.workflows.capture.Problem;
import dev.nightcap.workflows.capture.Reason;
import io.temporal.activity.Activity;
import io.temporal.failure.ApplicationFailure;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** The files of a capture as blobs of the storage account. */
public final class BlobEvidenceStore implements EvidenceStore {
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(1500);
    private static final Duration NEXT_ATTEMPT = Duration.ofSeconds(2);

    /** For what has no deadline of its own: long enough for a bad quarter of an hour, and then it is said. */
    private static final Duration PATIENCE = Duration.ofMinutes(15);

    private final BlobFiles blobs;
    private final InstanceCount instances;
    private final Attempts attempts;

    public BlobEvidenceStore(AzureAccess access, BlobFiles blobs, InstantSource clock) {
        this.blobs = blobs;
        this.instances = new InstanceCount(new ArmDoor(access));
        this.attempts = new Attempts(clock);
    }

    @Override
    public Collected collectEvidence(CollectOrder order) {
        return attempts.make("look for the file", order.until(), () -> collect(order));
    }

    private Collected collect(CollectOrder order) throws InterruptedException {
        int expected = instances.of(order.target());
        List<BlobLook> before = files(order.storagePath());
        boolean late = !attempts.now().isBefore(order.until());
        if (late) {
            return collected(order, before, expected);
        }
        if (before.isEmpty() || before.size() < expected) {
            throw notYet(missing(before.size(), expected));
        }
        Thread.sleep(BETWEEN_LOOKS.toMillis());
        List<BlobLook> now = files(order.storagePath());
        if (!new Upload(before, now).hasSettled(attempts.now())) {
            throw notYet("the file is there, and still being written");
        }
        return collected(order, now, expected);
    }

    private List<BlobLook> files(String storagePath) {
        if (EvidencePaths.isOneFile(storagePath)) {
            return blobs.look(storagePath).stream().toList();
        }
        return blobs.list(storagePath).stream()
                .filter(file -> !file.url().toLowerCase(Locale.ROOT).endsWith(".json"))
                .toList();
    }

    private static Collected collected(CollectOrder order, List<BlobLook> files, int expected) {
        List<StoredFile> found = files.stream()
                .map(file -> new StoredFile(
                        file.url(), EvidencePaths.instance(order.storagePath(), file.url()), file.bytes()))
                .sorted(Comparator.comparing(StoredFile::url))
                .toList();
        return new Collected(found, expected);
    }

    private static String missing(int there, int expected) {
        return expected <= 1 ? "waiting for the file to arrive" : there + " of " + expected + " files are there";
    }

    private static RuntimeException notYet(String sentence) {
        Problem late = Problem.of(Reason.FILE_MISSING, "the upload did not settle: " + sentence, "look again later");
        return Attempts.notYet(sentence, NEXT_ATTEMPT, late);
    }

    @Override
    public List<String> discardEvidence(List<StoredFile> files) {
        Instant until = patience();
        return files.stream()
                .map(StoredFile::url)
                .filter(url -> !isDeleted(url, until))
                .toList();
    }

    /** A failure in passing is thrown, to be tried again; what is deleted by then stays so. */
    private boolean isDeleted(String url, Instant until) {
        try {
            attempts.run("delete a file of the cancelled capture", until, () -> blobs.delete(url));
            return true;
        } catch (ApplicationFailure failure) {
            if (failure.isNonRetryable()) {
                return false;
            }
            throw failure;
        }
    }

    @Override
    public void recordCapture(CaptureRecord record) {
        attempts.run(
                "write capture.json beside the evidence",
                patience(),
                () -> blobs.write(EvidencePaths.record(record.storagePath()), CaptureJson.bytes(record.document())));
    }

    private static Instant patience() {
        return Instant.ofEpochMilli(Activity.getExecutionContext().getInfo().getScheduledTimestamp())
                .plus(PATIENCE);
    }
}
