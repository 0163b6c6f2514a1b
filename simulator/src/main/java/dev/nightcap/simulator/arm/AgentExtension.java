package dev.nightcap.simulator.arm;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.nightcap.simulator.web.Json;

/** The Network Watcher agent as an extension of a machine. Clients match publisher and type, not the name. */
final class AgentExtension {

    static final String NAME = "AzureNetworkWatcherExtension";
    static final String PUBLISHER = "Microsoft.Azure.NetworkWatcher";

    private AgentExtension() {}

    static String type(String os) {
        return "NetworkWatcherAgent" + os;
    }

    static ObjectNode of(String machineId, String machineType, String location, String os) {
        ObjectNode root = Json.object()
                .put("name", NAME)
                .put("id", machineId + "/extensions/" + NAME)
                .put("type", machineType + "/extensions")
                .put("location", location);
        root.set("properties", properties(os));
        return root;
    }

    static ObjectNode properties(String os) {
        return Json.object()
                .put("autoUpgradeMinorVersion", true)
                .put("provisioningState", "Succeeded")
                .put("publisher", PUBLISHER)
                .put("type", type(os))
                .put("typeHandlerVersion", "1.4");
    }
}
