package dev.nightcap.workflows.capture;

import dev.nightcap.workflows.capture.CaptureResult.PhaseRecord;
import io.temporal.workflow.Workflow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/** Keeps what phase the story is in, since when, and what came of the earlier ones; shows it to those who watch. */
final class Phases {
    private final List<PhaseRecord> records = new ArrayList<>();
    private final Runnable shown;

    /** @param shown called after each change */
    Phases(Runnable shown) {
        this.shown = shown;
    }

    /** Runs a phase; what came of it, good or bad, becomes its remark. */
    <T> T during(Phase phase, Supplier<T> step, Function<T, String> remark) {
        enter(phase);
        try {
            T answer = step.get();
            leave(remark.apply(answer));
            return answer;
        } catch (RuntimeException e) {
            leave("failed");
            throw e;
        }
    }

    void enter(Phase phase) {
        records.add(new PhaseRecord(phase, now(), null, ""));
        if (phase == Phase.CAPTURING || phase == Phase.EVIDENCE) {
            Workflow.upsertTypedSearchAttributes(Visibility.PHASE.valueSet(phase.code()));
        }
        shown.run();
    }

    /** The phase that runs, or ran last. */
    Phase current() {
        return records.isEmpty()
                ? Phase.PREPARE
                : records.get(records.size() - 1).name();
    }

    List<PhaseRecord> records() {
        return List.copyOf(records);
    }

    static Instant now() {
        return Instant.ofEpochMilli(Workflow.currentTimeMillis());
    }

    private void leave(String remark) {
        PhaseRecord open = records.remove(records.size() - 1);
        records.add(new PhaseRecord(open.name(), open.startedAt(), now(), remark));
        shown.run();
    }
}
