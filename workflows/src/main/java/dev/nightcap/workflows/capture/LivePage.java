package dev.nightcap.workflows.capture;

import dev.nightcap.workflows.capture.CaptureResult.PhaseRecord;
import dev.nightcap.workflows.target.CaptureId;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.stream.Collectors;

/** What the Temporal Web UI shows of a run, in Markdown: for somebody who was woken by it. */
public final class LivePage {
    private LivePage() {}

    /** One line, set at the start: {@code 60 s on web-01, asked for by alert rule "resets"}. */
    public static String summary(CaptureRequest request) {
        return request.limits().duration().toSeconds() + " s on "
                + request.target().shortName() + ", asked for by "
                + request.askedBy().described();
    }

    /** What was asked for, set at the start. */
    public static String request(CaptureRequest request) {
        String filters = request.filters().isEmpty()
                ? "every packet"
                : request.filters().stream().map(PacketFilter::toString).collect(Collectors.joining(" or "));
        return """
                **Target** `%s`

                **Asked for by** %s%s

                **Limits** %d s, %s, %s of each packet; %s

                **File** %s
                """.formatted(
                        request.target().key(),
                        request.askedBy().described(),
                        request.askedBy().reason() == null
                                ? ""
                                : ": " + request.askedBy().reason(),
                        request.limits().duration().toSeconds(),
                        Conclusion.size(request.limits().totalBytes()),
                        request.limits().bytesPerPacket() == 0
                                ? "the whole"
                                : request.limits().bytesPerPacket() + " B",
                        filters,
                        destination(request.destination()));
    }

    private static String destination(Destination destination) {
        if (destination.isOnVmOnly()) {
            return "on the VM only, `" + destination.filePath() + "`";
        }
        return destination.storageAccount() == null
                ? "the storage account of the target's region"
                : "storage account `" + destination.storageAccount().name() + "`";
    }

    /** Where it stands, rewritten at each change of phase. */
    static String now(CaptureProgress progress) {
        String id = CaptureId.of(progress.request().target());
        StringBuilder page = new StringBuilder();
        CaptureResult result = progress.result();
        if (result == null) {
            page.append("**Now** ").append(progress.phase().code());
            if (progress.phase() == Phase.CAPTURING && progress.expectedEnd() != null) {
                page.append(" until about ").append(progress.expectedEnd().truncatedTo(ChronoUnit.SECONDS));
            }
            page.append("\n\n**Next** `nightcap watch ").append(id).append("`; `nightcap stop ");
            page.append(id).append("` ends it early and keeps the evidence\n\n");
        } else {
            page.append("**")
                    .append(result.outcome().code())
                    .append("** (")
                    .append(result.reason().code());
            page.append(") ").append(result.sentence()).append("\n\n");
            if (result.verdict() != null) {
                page.append("**Verdict** ").append(result.verdict()).append("\n\n");
            }
            page.append("**Next** ").append(result.next()).append("\n\n");
        }
        for (PhaseRecord phase : progress.phases()) {
            if (phase.name() == Phase.ENDED) {
                continue;
            }
            page.append("- ").append(phase.name().code()).append(": ");
            page.append(phase.endedAt() == null ? "since " + phase.startedAt() : took(phase));
            page.append(phase.remark().isEmpty() ? "" : ", " + phase.remark()).append('\n');
        }
        return page.toString();
    }

    private static String took(PhaseRecord phase) {
        return phase.endedAt() == null
                ? ""
                : "%.1f s"
                        .formatted(Duration.between(phase.startedAt(), phase.endedAt())
                                        .toMillis()
                                / 1000.0);
    }
}
