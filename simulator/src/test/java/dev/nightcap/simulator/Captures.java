package dev.nightcap.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.nightcap.simulator.web.Json;
import java.net.http.HttpResponse;

/** Packet captures of the default world, by their names. */
final class Captures {

    static final String GROUP = "/subscriptions/7a1c0000-0000-4000-8000-000000000001/resourceGroups/night/providers/";
    static final String BASE = "/subscriptions/7a1c0000-0000-4000-8000-000000000001/resourceGroups/NetworkWatcherRG"
            + "/providers/Microsoft.Network/networkWatchers/NetworkWatcher_eastus2/packetCaptures";
    static final String VERSION = "?api-version=2025-03-01";

    private final ArmClient arm;

    Captures(ArmClient arm) {
        this.arm = arm;
    }

    /** A body that captures a machine into {@code nightcapevidence}. */
    static ObjectNode body(String machine, int seconds) {
        ObjectNode root = Json.object();
        ObjectNode properties = root.putObject("properties")
                .put("target", GROUP + "Microsoft.Compute/virtualMachines/" + machine)
                .put("timeLimitInSeconds", seconds);
        properties
                .putObject("storageLocation")
                .put("storageId", GROUP + "Microsoft.Storage/storageAccounts/nightcapevidence");
        return root;
    }

    static ObjectNode properties(ObjectNode body) {
        return (ObjectNode) body.path("properties");
    }

    HttpResponse<String> put(String name, ObjectNode body) {
        return arm.send("PUT", BASE + "/" + name + VERSION, Json.compact(body));
    }

    HttpResponse<String> get(String name) {
        return arm.get(BASE + "/" + name + VERSION);
    }

    HttpResponse<String> stop(String name) {
        return arm.send("POST", BASE + "/" + name + "/stop" + VERSION, "");
    }

    HttpResponse<String> delete(String name) {
        return arm.send("DELETE", BASE + "/" + name + VERSION, "");
    }

    HttpResponse<String> query(String name) {
        return arm.send("POST", BASE + "/" + name + "/queryStatus" + VERSION, "");
    }

    JsonNode status(String name) {
        return ArmClient.json(query(name));
    }

    JsonNode awaitStatus(String name, String wanted) {
        return ArmClient.until(
                () -> status(name),
                status -> status.path("packetCaptureStatus").asText().equals(wanted));
    }

    String storagePath(String name) {
        return ArmClient.json(get(name))
                .at("/properties/storageLocation/storagePath")
                .asText();
    }

    /** Follows the operation to its end. */
    JsonNode awaitOperation(HttpResponse<String> accepted) {
        String link = ArmClient.header(accepted, "Azure-AsyncOperation");
        return ArmClient.until(
                () -> ArmClient.json(arm.get(link)),
                body -> !body.path("status").asText().equals("InProgress"));
    }
}
