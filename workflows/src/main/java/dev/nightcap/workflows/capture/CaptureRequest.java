package dev.nightcap.workflows.capture;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.nightcap.workflows.target.SessionName;
import dev.nightcap.workflows.target.Target;
import java.util.List;

/**
 * Everything a capture is to do.
 *
 * @param installation by which our sessions are told from other people's
 * @param namePrefix the first part of the session's name; the wish of who asked, or {@value #DEFAULT_PREFIX}
 * @param filters alternatives; none means every packet
 */
public record CaptureRequest(
        Target target,
        CaptureLimits limits,
        List<PacketFilter> filters,
        Destination destination,
        Asker askedBy,
        CapturePolicy policy,
        String installation,
        String namePrefix) {
    public static final String DEFAULT_PREFIX = "nightcap";

    public CaptureRequest {
        filters = List.copyOf(filters);
        SessionName.checkInstallation(installation);
        SessionName.checkPrefix(namePrefix);
    }

    /** Whether two requests would give the same packets, so that the one may join the other's run unasked. */
    @JsonIgnore
    public boolean asksTheSameAs(CaptureRequest other) {
        return target.equals(other.target)
                && limits.equals(other.limits)
                && filters.equals(other.filters)
                && destination.equals(other.destination);
    }
}
