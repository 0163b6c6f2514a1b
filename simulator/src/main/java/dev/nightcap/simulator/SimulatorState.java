package dev.nightcap.simulator;

import dev.nightcap.simulator.web.Json;
import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * How to reach a running simulator.
 *
 * @param arm {@code https://localhost:PORT}
 * @param blob {@code https://127.0.0.1:PORT}; an account is the first segment of a path
 * @param identity the whole URL of the token endpoint, plain http
 * @param identityHeader what the token endpoint wants in {@code X-IDENTITY-HEADER}
 * @param ca a PEM file with the authority that signed both certificates
 * @param accountKey of every storage account, base64
 */
public record SimulatorState(
        String arm,
        String blob,
        String identity,
        String identityHeader,
        String ca,
        String accountKey,
        String tenant,
        String subscription) {

    /** One line. */
    public String toJson() {
        return Json.compact(Json.object()
                .put("arm", arm)
                .put("blob", blob)
                .put("identity", identity)
                .put("identityHeader", identityHeader)
                .put("ca", ca)
                .put("accountKey", accountKey)
                .put("tenant", tenant)
                .put("subscription", subscription));
    }

    /** The file is there whole or not at all, readable by its owner alone. */
    void writeTo(Path file) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        Path fresh = Files.createTempFile(
                folder,
                "." + file.getFileName(),
                ".tmp",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(fresh, toJson() + "\n");
        try {
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
