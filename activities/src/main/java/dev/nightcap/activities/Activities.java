package dev.nightcap.activities;

import dev.nightcap.activities.azure.AzureAccess;
import dev.nightcap.activities.channels.ChannelAnnouncements;
import dev.nightcap.activities.evidence.BlobEvidenceReader;
import dev.nightcap.activities.standing.TemporalStandings;
import dev.nightcap.activities.storage.BlobEvidenceStore;
import dev.nightcap.activities.storage.BlobFiles;
import dev.nightcap.activities.watcher.WatcherSessions;
import dev.nightcap.workflows.alert.Standings;
import dev.nightcap.workflows.capture.Announcements;
import dev.nightcap.workflows.capture.EvidenceReader;
import dev.nightcap.workflows.capture.EvidenceStore;
import dev.nightcap.workflows.capture.NetworkCapture;
import dev.nightcap.workflows.capture.Sessions;
import io.temporal.client.WorkflowClient;
import java.time.InstantSource;
import java.util.List;

/** The ports of the workflows as a worker registers them. */
public record Activities(
        Sessions sessions,
        EvidenceStore store,
        EvidenceReader reader,
        Announcements announcements,
        Standings standings) {

    /** The ports on the real technology. Nothing is asked of Azure or Temporal yet. */
    public static Activities of(ActivitiesConfig config, WorkflowClient client) {
        InstantSource clock = InstantSource.system();
        AzureAccess access = AzureAccess.open(config.azure());
        BlobFiles blobs = new BlobFiles(access);
        return new Activities(
                new WatcherSessions(access, config.allowed(), config.sessionLimit(), clock),
                new BlobEvidenceStore(access, blobs, clock),
                new BlobEvidenceReader(blobs, clock),
                new ChannelAnnouncements(config.channels(), clock),
                new TemporalStandings(client));
    }

    /** For {@value NetworkCapture#TASK_QUEUE}. */
    public List<Object> onMainQueue() {
        return List.of(sessions, store, announcements, standings);
    }

    /** For {@value NetworkCapture#READ_TASK_QUEUE}. */
    public List<Object> onReadQueue() {
        return List.of(reader);
    }
}
