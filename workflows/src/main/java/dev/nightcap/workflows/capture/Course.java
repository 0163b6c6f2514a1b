package dev.nightcap.workflows.capture;

import dev.nightcap.workflows.capture.EvidenceReader.Reading;
import dev.nightcap.workflows.capture.EvidenceStore.StoredFile;
import dev.nightcap.workflows.capture.Sessions.Ended;
import dev.nightcap.workflows.capture.Sessions.Session;
import dev.nightcap.workflows.capture.Sessions.Started;
import io.temporal.failure.ActivityFailure;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The facts of one run so far, in the order in which they come to be known; {@link Conclusion} judges them. */
final class Course {
    @Nullable
    Session session;

    @Nullable
    Started started;

    @Nullable
    Ended ended;

    /** The first thing that went wrong; later ones are its consequences. */
    @Nullable
    Problem problem;

    int expectedFiles;
    List<StoredFile> files = List.of();
    boolean discarded;
    boolean sessionRemoved;
    final List<Reading> readings = new ArrayList<>();
    final List<String> leftBehind = new ArrayList<>();

    void failed(Problem found) {
        if (problem == null) {
            problem = found;
        }
    }

    /** Where the file will be in the storage account; null if nothing was started, or it is kept on the VM only. */
    @Nullable
    String storagePath() {
        return started == null ? null : started.storagePath();
    }

    /**
     * Takes a step of the cleaning up, whatever was stopped or cancelled.
     *
     * @param otherwise what is left behind if it fails
     * @return whether it was done
     */
    boolean cleaningUp(String otherwise, Runnable step) {
        try {
            return Interruption.detached(() -> {
                step.run();
                return true;
            });
        } catch (ActivityFailure failure) {
            leftBehind.add(otherwise);
            return false;
        }
    }
}
