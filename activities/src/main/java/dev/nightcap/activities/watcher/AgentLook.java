package dev.nightcap.activities.watcher;

import com.fasterxml.jackson.databind.JsonNode;
import dev.nightcap.workflows.capture.Problem;
import dev.nightcap.workflows.capture.Reason;
import dev.nightcap.workflows.target.Target;
import dev.nightcap.workflows.target.VirtualMachine;

/** Whether the agent is installed. Told by publisher and type: people name extensions as they like. */
final class AgentLook {
    private static final String PUBLISHER = "Microsoft.Azure.NetworkWatcher";
    private static final String TYPE = "NetworkWatcherAgent";

    private AgentLook() {}

    static void check(Target target, Found found) {
        if (found.extensions().stream().noneMatch(AgentLook::isAgent)) {
            throw Problem.of(
                            Reason.AGENT_MISSING,
                            target.shortName() + " has no Network Watcher agent, which takes the packets",
                            install(target, found.linux()))
                    .toFailure();
        }
    }

    private static boolean isAgent(JsonNode extension) {
        JsonNode properties = extension.path("properties");
        String type = properties.path("type").asText("");
        return properties.path("publisher").asText("").equalsIgnoreCase(PUBLISHER)
                && type.regionMatches(true, 0, TYPE, 0, TYPE.length());
    }

    private static String install(Target target, boolean linux) {
        boolean vm = target instanceof VirtualMachine;
        return (vm ? "az vm extension set --vm-name " : "az vmss extension set --vmss-name ") + target.shortName()
                + " -g " + target.id().resourceGroup()
                + " --subscription " + target.id().subscription()
                + " --publisher " + PUBLISHER
                + " --name " + TYPE + (linux ? "Linux" : "Windows")
                + " --version 1.4";
    }
}
