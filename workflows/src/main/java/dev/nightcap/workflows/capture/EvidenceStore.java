package dev.nightcap.workflows.capture;

import dev.nightcap.workflows.target.Target;
import io.temporal.activity.ActivityInterface;
import java.time.Instant;
import java.util.List;

/** Port: the files that a capture leaves in the storage account. Never opens them; that is {@link EvidenceReader}'s. */
@ActivityInterface
public interface EvidenceStore {
    /**
     * Finds the files and waits until their upload has settled (two looks agree on the size). Answers with what is
     * there when {@code until} has passed, which may be nothing.
     */
    Collected collectEvidence(CollectOrder order);

    /** Deletes the files. Answers with the addresses of those that could not be deleted. */
    List<String> discardEvidence(List<StoredFile> files);

    /** Writes {@code capture.json} beside the evidence, so that the capture is remembered when Temporal has forgotten. */
    void recordCapture(CaptureRecord record);

    /** @param storagePath as {@link Sessions.Started} has it */
    record CollectOrder(Target target, String storagePath, Instant stoppedAt, Instant until) {}

    /** @param expected how many files there should be: one for each captured instance; 0 where that is not known */
    record Collected(List<StoredFile> files, int expected) {}

    /**
     * @param url of the blob, without any signature
     * @param instance of a scale set or web app; empty for a VM
     */
    record StoredFile(String url, String instance, long bytes) {}

    record CaptureRecord(String storagePath, CaptureDocument document) {}
}
