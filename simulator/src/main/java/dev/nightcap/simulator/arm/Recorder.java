package dev.nightcap.simulator.arm;

import java.io.IOException;
import java.time.Instant;
import java.util.Optional;

/** The agent on a machine: makes the file and uploads it. */
public interface Recorder {

    /** When the file would reach its byte limit, if it does before the recording's end. May take a while. */
    Optional<Instant> fullAt(Recording recording);

    /** Makes the file of that recording and writes it where it belongs. */
    void store(Recording recording) throws IOException;
}
