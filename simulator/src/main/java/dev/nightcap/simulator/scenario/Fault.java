package dev.nightcap.simulator.scenario;

import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;

/** What goes wrong. Some strike a request, some the capture that a {@code PUT} starts. */
public sealed interface Fault {

    /** The request is answered by an error and not carried out. */
    record Refuse(int status, String code, String message, OptionalInt retryAfter) implements Fault {}

    /** The request is carried out, then the connection ends without an answer. */
    record Reset() implements Fault {}

    /** The request is carried out, but only after that long on the machine's clock. */
    record Stall(Duration by) implements Fault {}

    /** The operation ({@code create}, {@code stop} or {@code delete}) is accepted, and later reports {@code Failed}. */
    record Failed(String operation, String code, String message) implements Fault {}

    /** The agent gives up that long after the start: status {@code Error} with these {@code packetCaptureError}s. */
    record CaptureError(List<String> errors, Duration after) implements Fault {}

    /** The file arrives that much later than it would. */
    record BlobLate(Duration by) implements Fault {}

    /** The file never arrives, and nothing says so. */
    record BlobNever() implements Fault {}

    /** The file has no bytes. */
    record BlobEmpty() implements Fault {}

    /** Only the first bytes of the file arrive. */
    record BlobCut(long bytes) implements Fault {}

    /** The region takes that many sessions and no more. */
    record Quota(int sessions, int status, String code) implements Fault {}

    /** What it names does not go on until the rule is removed or its time is over. */
    record Hold(Phase what) implements Fault {}

    /** Where a capture can be held. */
    enum Phase {
        REQUEST,
        CREATE,
        RUNNING,
        STOP,
        BLOB,
        DELETE
    }
}
