package dev.nightcap.starter.command;

import dev.nightcap.starter.terminal.Complaint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Alerts as files. */
final class AlertFiles {
    private static final long MOST = 16L << 20;

    private AlertFiles() {}

    /** @throws Complaint if there is no such file, or it cannot be an alert by its size */
    static byte[] read(Path file) {
        try {
            if (Files.size(file) > MOST) {
                throw Complaint.usage(file + " is larger than any alert", null);
            }
            return Files.readAllBytes(file);
        } catch (NoSuchFileException e) {
            throw Complaint.notFound("there is no file " + file, null);
        } catch (IOException e) {
            throw Complaint.usage("the file " + file + " cannot be read: " + e.getMessage(), null);
        }
    }
}
