package dev.nightcap.workflows.capture;

import dev.nightcap.workflows.capture.Announcements.Announcement;
import io.temporal.failure.ActivityFailure;
import io.temporal.workflow.Async;
import io.temporal.workflow.Promise;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The end of the story: people are told, each channel on its own, under one key for the same news. */
final class Telling {
    private static final String LOG = "log";
    private static final Duration LONGEST = Duration.ofMinutes(15);

    private final CaptureRequest request;
    private final Phases phases;

    Telling(CaptureRequest request, Phases phases) {
        this.request = request;
        this.phases = phases;
    }

    void announce(CaptureDocument document, List<Asker> askers) {
        phases.during(Phase.ANNOUNCE, () -> Interruption.detached(() -> onEach(document, askers)), Telling::remark);
    }

    private Map<String, Boolean> onEach(CaptureDocument document, List<Asker> askers) {
        String key = document.id() + "@" + document.runId() + "/"
                + document.result().outcome().code();
        Instant until = Phases.now().plus(longest());
        Map<String, Promise<Void>> sent = new LinkedHashMap<>();
        Stream.concat(Stream.of(LOG), request.policy().channels().stream())
                .distinct()
                .forEach(channel -> sent.put(
                        channel,
                        Async.procedure(
                                Steps.announcements("tell " + channel)::announce,
                                new Announcement(key, channel, document, askers, until))));
        Map<String, Boolean> told = new LinkedHashMap<>();
        sent.forEach((channel, promise) -> told.put(channel, arrived(promise)));
        return told;
    }

    /** A broken channel holds the target no longer than the cooldown would. */
    private Duration longest() {
        Duration cooldown = request.policy().cooldown();
        return cooldown.compareTo(LONGEST) < 0 ? cooldown : LONGEST;
    }

    private static boolean arrived(Promise<Void> promise) {
        try {
            promise.get();
            return true;
        } catch (ActivityFailure failure) {
            return false;
        }
    }

    private static String remark(Map<String, Boolean> told) {
        return told.entrySet().stream()
                .map(entry -> entry.getKey() + (entry.getValue() ? "" : " FAILED"))
                .collect(Collectors.joining(", "));
    }
}
