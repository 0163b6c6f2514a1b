package dev.nightcap.simulator.arm;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.nightcap.simulator.arm.World.Instance;
import dev.nightcap.simulator.arm.World.ScaleSet;
import dev.nightcap.simulator.web.Answer;
import dev.nightcap.simulator.web.Call;
import dev.nightcap.simulator.web.Json;
import dev.nightcap.simulator.web.Reply;
import dev.nightcap.simulator.web.Route;
import java.util.ArrayList;
import java.util.List;

/** Scale sets, their instances and the extensions of both. */
final class Fleets {

    private final World world;
    private final Directory<ScaleSet> sets;

    Fleets(World world) {
        this.world = world;
        this.sets = new Directory<>(
                "Microsoft.Compute/virtualMachineScaleSets", "virtualMachineScaleSets", world.scaleSets(), this::body);
    }

    List<Route> routes() {
        String one = sets.path();
        String instance = one + "/virtualMachines/{instance}";
        List<Route> routes = new ArrayList<>(sets.lists());
        routes.add(Route.of("GET", one, "virtualMachineScaleSets.get", this::get));
        routes.add(Route.of("GET", one + "/instanceView", "virtualMachineScaleSets.instanceView", this::setView));
        routes.add(Route.of("GET", one + "/extensions", "virtualMachineScaleSetExtensions.list", this::extensions));
        routes.add(Route.of("GET", one + "/virtualMachines", "virtualMachineScaleSetVMs.list", this::instances));
        routes.add(Route.of("GET", instance, "virtualMachineScaleSetVMs.get", this::instance));
        routes.add(Route.of(
                "GET", instance + "/instanceView", "virtualMachineScaleSetVMs.instanceView", this::instanceView));
        routes.add(Route.of(
                "GET", instance + "/extensions", "virtualMachineScaleSetVMExtensions.list", this::instanceExtensions));
        return routes;
    }

    private Answer get(Call call) {
        return json(body(sets.find(call)));
    }

    private Answer setView(Call call) {
        ScaleSet set = sets.find(call);
        ObjectNode root = Json.object();
        ArrayNode summary = root.putObject("virtualMachine").putArray("statusesSummary");
        for (String power : List.of("running", "stopped", "deallocated")) {
            long count = set.instances().stream()
                    .filter(one -> one.power().equals(power))
                    .count();
            if (count > 0) {
                summary.addObject().put("code", "PowerState/" + power).put("count", count);
            }
        }
        return json(root);
    }

    private Answer extensions(Call call) {
        ScaleSet set = sets.find(call);
        ObjectNode root = Json.object();
        ArrayNode value = root.putArray("value");
        if (set.agent()) {
            value.add(AgentExtension.of(world.id(set), set.type(), set.location(), set.os()));
        }
        return json(root);
    }

    private Answer instances(Call call) {
        ScaleSet set = sets.find(call);
        ObjectNode root = Json.object();
        ArrayNode value = root.putArray("value");
        set.instances().forEach(one -> value.add(body(set, one, MachineView.expanded(call))));
        return json(root);
    }

    private Answer instance(Call call) {
        ScaleSet set = sets.find(call);
        return json(body(set, find(set, call), MachineView.expanded(call)));
    }

    private Answer instanceView(Call call) {
        ScaleSet set = sets.find(call);
        return json(MachineView.of(find(set, call).power(), set.os(), set.agent()));
    }

    private Answer instanceExtensions(Call call) {
        ScaleSet set = sets.find(call);
        Instance instance = find(set, call);
        ObjectNode root = Json.object();
        ArrayNode value = root.putArray("value");
        if (set.agent()) {
            value.add(AgentExtension.of(id(set, instance), set.type() + "/virtualMachines", set.location(), set.os()));
        }
        return json(root);
    }

    private static Instance find(ScaleSet set, Call call) {
        String id = call.value("instance");
        return set.instances().stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new ArmError(
                        404, "NotFound", "The VM instance '" + id + "' of '" + set.name() + "' was not found."));
    }

    private ObjectNode body(ScaleSet set) {
        ObjectNode root = Directory.head(world, set);
        ObjectNode tags = root.putObject("tags");
        set.tags().forEach(tags::put);
        root.putObject("sku")
                .put("name", "Standard_B2s")
                .put("tier", "Standard")
                .put("capacity", set.instances().size());
        ObjectNode properties = root.putObject("properties")
                .put("orchestrationMode", "Uniform")
                .put("provisioningState", "Succeeded")
                .put("uniqueId", Ids.stable(world.id(set)));
        ObjectNode profile = properties.putObject("virtualMachineProfile");
        profile.putObject("storageProfile").putObject("osDisk").put("osType", set.os());
        ArrayNode extensions = profile.putObject("extensionProfile").putArray("extensions");
        if (set.agent()) {
            extensions
                    .addObject()
                    .put("name", AgentExtension.NAME)
                    .set("properties", AgentExtension.properties(set.os()));
        }
        return root;
    }

    private ObjectNode body(ScaleSet set, Instance instance, boolean withView) {
        ObjectNode root = Json.object()
                .put("name", set.name() + "_" + instance.id())
                .put("id", id(set, instance))
                .put("type", set.type() + "/virtualMachines")
                .put("location", set.location())
                .put("instanceId", instance.id());
        ObjectNode properties = root.putObject("properties")
                .put("vmId", Ids.stable(id(set, instance)))
                .put("latestModelApplied", true)
                .put("provisioningState", "Succeeded");
        properties.putObject("storageProfile").putObject("osDisk").put("osType", set.os());
        properties.putObject("osProfile").put("computerName", set.name() + "00000" + instance.id());
        if (withView) {
            properties.set("instanceView", MachineView.of(instance.power(), set.os(), set.agent()));
        }
        return root;
    }

    private String id(ScaleSet set, Instance instance) {
        return world.id(set) + "/virtualMachines/" + instance.id();
    }

    private static Reply json(ObjectNode body) {
        return Reply.of(200, Json.compact(body));
    }
}
