package dev.nightcap.simulator.arm;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.nightcap.simulator.arm.World.Machine;
import dev.nightcap.simulator.web.Answer;
import dev.nightcap.simulator.web.Call;
import dev.nightcap.simulator.web.Json;
import dev.nightcap.simulator.web.Reply;
import dev.nightcap.simulator.web.Route;
import java.util.ArrayList;
import java.util.List;

/** Virtual machines: the machine, its instance view, its extensions. */
final class Compute {

    private final World world;
    private final Directory<Machine> machines;

    Compute(World world) {
        this.world = world;
        this.machines = new Directory<>(
                "Microsoft.Compute/virtualMachines",
                "virtualMachines",
                world.machines(),
                machine -> body(machine, false));
    }

    List<Route> routes() {
        String one = machines.path();
        List<Route> routes = new ArrayList<>(machines.lists());
        routes.add(Route.of("GET", one, "virtualMachines.get", this::get));
        routes.add(Route.of("GET", one + "/instanceView", "virtualMachines.instanceView", this::instanceView));
        routes.add(Route.of("GET", one + "/extensions", "virtualMachineExtensions.list", this::extensions));
        routes.add(Route.of("GET", one + "/extensions/{extension}", "virtualMachineExtensions.get", this::extension));
        return routes;
    }

    private Answer get(Call call) {
        return Reply.of(200, Json.compact(body(machines.find(call), MachineView.expanded(call))));
    }

    private Answer instanceView(Call call) {
        Machine machine = machines.find(call);
        return Reply.of(200, Json.compact(MachineView.of(machine.power(), machine.os(), machine.agent())));
    }

    private Answer extensions(Call call) {
        Machine machine = machines.find(call);
        ObjectNode root = Json.object();
        ArrayNode value = root.putArray("value");
        if (machine.agent()) {
            value.add(AgentExtension.of(world.id(machine), machine.type(), machine.location(), machine.os()));
        }
        return Reply.of(200, Json.compact(root));
    }

    private Answer extension(Call call) {
        Machine machine = machines.find(call);
        String name = call.value("extension");
        if (!machine.agent() || !name.equalsIgnoreCase(AgentExtension.NAME)) {
            throw new ArmError(
                    404,
                    "ResourceNotFound",
                    "The Resource '" + machine.type() + "/" + machine.name() + "/extensions/" + name
                            + "' under resource group '" + machine.group()
                            + "' was not found. For more details please go to https://aka.ms/ARMResourceNotFoundFix");
        }
        return Reply.of(
                200,
                Json.compact(AgentExtension.of(world.id(machine), machine.type(), machine.location(), machine.os())));
    }

    private ObjectNode body(Machine machine, boolean withView) {
        ObjectNode root = Directory.head(world, machine);
        ObjectNode tags = root.putObject("tags");
        machine.tags().forEach(tags::put);
        ObjectNode properties = root.putObject("properties").put("vmId", Ids.stable(world.id(machine)));
        properties.putObject("hardwareProfile").put("vmSize", "Standard_B2s");
        properties
                .putObject("storageProfile")
                .putObject("osDisk")
                .put("osType", machine.os())
                .put("name", machine.name() + "_OsDisk");
        properties.putObject("osProfile").put("computerName", machine.name());
        properties
                .putObject("networkProfile")
                .putArray("networkInterfaces")
                .addObject()
                .put("id", nic(machine));
        properties.put("provisioningState", "Succeeded");
        if (withView) {
            properties.set("instanceView", MachineView.of(machine.power(), machine.os(), machine.agent()));
        }
        return root;
    }

    private String nic(Machine machine) {
        return "/subscriptions/" + world.subscription() + "/resourceGroups/" + machine.group()
                + "/providers/Microsoft.Network/networkInterfaces/" + machine.name() + "-nic";
    }
}
