package dev.nightcap.starter.command;

import dev.nightcap.activities.azure.AzureAccess;
import dev.nightcap.activities.azure.AzureConnection;
import dev.nightcap.activities.storage.BlobFiles;
import dev.nightcap.starter.config.SimulatorState;
import dev.nightcap.starter.download.EvidenceDownload;
import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The way to Azure, or to the simulator that stands in its place. */
public final class Azure {
    private Azure() {}

    /** @param simulator null means Azure itself, with the credential of whoever runs this */
    public static AzureConnection connection(@Nullable SimulatorState simulator) {
        return simulator == null
                ? new AzureConnection.PublicCloud()
                : new AzureConnection.Simulator(
                        URI.create(simulator.arm()),
                        URI.create(simulator.blob()),
                        Path.of(simulator.ca()),
                        simulator.accountKey(),
                        simulator.tenant());
    }

    static EvidenceDownload downloads(@Nullable SimulatorState simulator) {
        BlobFiles blobs = new BlobFiles(AzureAccess.open(connection(simulator)));
        return blobs::open;
    }
}
