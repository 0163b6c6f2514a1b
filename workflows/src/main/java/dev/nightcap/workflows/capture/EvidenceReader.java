package dev.nightcap.workflows.capture;

import io.temporal.activity.ActivityInterface;
import java.util.List;

/** Port: opens one file, streams it once, and says what it is and what it shows. Runs on its own task queue. */
@ActivityInterface
public interface EvidenceReader {
    Reading readEvidence(ReadOrder order);

    /** @param expectedBytes the size on which the upload settled */
    record ReadOrder(String url, String instance, long expectedBytes) {}

    /** What was read from one file, with the verdict on it. */
    record Reading(Evidence evidence, Verdict verdict) {}

    /** One sentence, then findings in order of weight; compact: the full report stays beside the evidence. */
    record Verdict(String sentence, List<Finding> findings) {}

    /**
     * @param severity {@code error}, {@code warn}, {@code info} or {@code ok}
     * @param filter a Wireshark display filter that selects the packets; may be empty
     */
    record Finding(String severity, String code, String sentence, long count, String filter) {}
}
