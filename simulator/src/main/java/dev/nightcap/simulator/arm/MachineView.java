package dev.nightcap.simulator.arm;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.nightcap.simulator.web.Call;
import dev.nightcap.simulator.web.Json;
import java.util.Locale;

/** The instance view of a machine, alone or in a scale set. */
final class MachineView {

    private MachineView() {}

    static boolean expanded(Call call) {
        return call.request()
                .query("$expand")
                .map(value -> value.toLowerCase(Locale.ROOT).contains("instanceview"))
                .orElse(false);
    }

    /** @param power {@code running}, {@code stopped} or {@code deallocated}; the guest's agent is silent unless running */
    static ObjectNode of(String power, String os, boolean agent) {
        ObjectNode view = Json.object();
        if (power.equals("running")) {
            view.put("osName", os.toLowerCase(Locale.ROOT));
            ObjectNode vmAgent = view.putObject("vmAgent").put("vmAgentVersion", "2.13.1.1");
            status(vmAgent.putArray("statuses"), "ProvisioningState/succeeded", "Ready");
            if (agent) {
                ObjectNode handler = vmAgent.putArray("extensionHandlers")
                        .addObject()
                        .put("type", AgentExtension.PUBLISHER + "." + AgentExtension.type(os))
                        .put("typeHandlerVersion", "1.4.3783.1");
                handler.set("status", status(Json.array(), "ProvisioningState/succeeded", "Ready"));
            }
        }
        ArrayNode statuses = view.putArray("statuses");
        status(statuses, "ProvisioningState/succeeded", "Provisioning succeeded");
        status(statuses, "PowerState/" + power, "VM " + power);
        return view;
    }

    private static ObjectNode status(ArrayNode statuses, String code, String display) {
        return statuses.addObject().put("code", code).put("level", "Info").put("displayStatus", display);
    }
}
