package dev.nightcap.starter.terminal;

import dev.nightcap.starter.config.InvalidConfig;
import dev.nightcap.worker.SearchAttributesMissing;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.temporal.client.WorkflowNotFoundException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import org.jspecify.annotations.Nullable;

/** The one place where a failure becomes words and an exit code. */
public final class Complaints {
    private static final String WEB_UI = "see the server's own log; nightcap temporal status names it";

    private Complaints() {}

    public static Complaint of(Throwable failure) {
        if (failure instanceof Complaint complaint) {
            return complaint;
        }
        if (failure instanceof InvalidConfig config) {
            return Complaint.of(
                    ExitCode.REFUSED,
                    "config",
                    String.join("; ", config.faults()),
                    "mend the configuration, all " + config.faults().size() + " places");
        }
        if (failure instanceof SearchAttributesMissing) {
            return Complaint.of(
                    ExitCode.REFUSED, "search-attributes", String.valueOf(failure.getMessage()), "run these commands");
        }
        if (failure instanceof WorkflowNotFoundException) {
            return Complaint.notFound(
                    "Temporal knows no such run", "nightcap list shows the captures that Temporal remembers");
        }
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof StatusRuntimeException grpc) {
                return ofTemporal(grpc.getStatus(), failure);
            }
            if (cause instanceof ConnectException) {
                return Complaint.unreachable("the server does not answer: " + cause.getMessage(), null, failure);
            }
        }
        if (failure instanceof IllegalArgumentException) {
            return Complaint.usage(String.valueOf(failure.getMessage()), null);
        }
        if (failure instanceof UncheckedIOException) {
            return Complaint.failed(String.valueOf(failure.getMessage()), null, failure);
        }
        return Complaint.failed("unexpected: " + failure, "run it again with --log-level debug", failure);
    }

    private static Complaint ofTemporal(Status status, Throwable failure) {
        String said = said(status.getDescription());
        return switch (status.getCode()) {
            case UNAVAILABLE, DEADLINE_EXCEEDED, RESOURCE_EXHAUSTED ->
                Complaint.unreachable(
                        "Temporal does not answer" + said,
                        "nightcap temporal status; or set TEMPORAL_ADDRESS to a server that runs",
                        failure);
            case PERMISSION_DENIED, UNAUTHENTICATED ->
                Complaint.of(
                        ExitCode.NOT_PERMITTED,
                        "not-permitted",
                        "Temporal does not let us" + said,
                        "look at TEMPORAL_NAMESPACE, TEMPORAL_API_KEY and the TLS settings of the profile");
            case NOT_FOUND -> Complaint.notFound("Temporal does not find it" + said, null);
            default -> Complaint.failed("Temporal answers " + status.getCode() + said, WEB_UI, failure);
        };
    }

    private static String said(@Nullable String description) {
        return description == null ? "" : ": " + description;
    }
}
