package dev.nightcap.activities.watcher;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * A target as it was found.
 *
 * @param resource of the VM or scale set
 * @param machines the VM, or those instances that are to be captured
 */
record Found(String region, boolean linux, JsonNode resource, List<JsonNode> machines, List<JsonNode> extensions) {
    static Found of(JsonNode resource, List<JsonNode> machines, List<JsonNode> extensions) {
        JsonNode profile = resource.path("properties").path("virtualMachineProfile");
        JsonNode machine = profile.isMissingNode() ? resource.path("properties") : profile;
        String system =
                machine.path("storageProfile").path("osDisk").path("osType").asText("");
        return new Found(Looks.region(resource), system.equalsIgnoreCase("Linux"), resource, machines, extensions);
    }
}
