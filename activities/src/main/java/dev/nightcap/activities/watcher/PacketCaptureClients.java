package dev.nightcap.activities.watcher;

import com.azure.core.http.HttpPipeline;
import com.azure.resourcemanager.network.fluent.PacketCapturesClient;
import com.azure.resourcemanager.network.implementation.NetworkManagementClientBuilder;
import dev.nightcap.activities.azure.AzureAccess;
import dev.nightcap.workflows.capture.Sessions.Session;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** One client of the SDK for each subscription: building one costs more than many calls. */
final class PacketCaptureClients {
    private final Map<String, PacketCapturesClient> bySubscription = new ConcurrentHashMap<>();
    private final HttpPipeline pipeline;
    private final String endpoint;

    PacketCaptureClients(AzureAccess access) {
        this.pipeline = access.armPipeline();
        this.endpoint = access.arm().toString().replaceFirst("/$", "");
    }

    /** The session's door: nothing is asked yet. */
    SessionDoor of(Session session) {
        PacketCapturesClient client = bySubscription.computeIfAbsent(
                session.watcher().subscription(),
                subscription -> new NetworkManagementClientBuilder()
                        .pipeline(pipeline)
                        .endpoint(endpoint)
                        .subscriptionId(subscription)
                        .buildClient()
                        .getPacketCaptures());
        return new SessionDoor(client, session);
    }
}
