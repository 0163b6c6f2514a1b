package dev.nightcap.simulator.arm;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.nightcap.simulator.arm.World.Watcher;
import dev.nightcap.simulator.web.Answer;
import dev.nightcap.simulator.web.Call;
import dev.nightcap.simulator.web.Json;
import dev.nightcap.simulator.web.Reply;
import dev.nightcap.simulator.web.Route;
import java.util.ArrayList;
import java.util.List;

/** The tenant, the subscription, its resource groups, and its network watchers. */
final class Tenancy {

    private final World world;
    private final Directory<Watcher> watchers;

    Tenancy(World world) {
        this.world = world;
        this.watchers = new Directory<>(
                "Microsoft.Network/networkWatchers", "networkWatchers", world.watchers(), this::watcher);
    }

    List<Route> routes() {
        List<Route> routes = new ArrayList<>(watchers.lists());
        routes.add(Route.of("GET", "/tenants", "tenants.list", call -> list(tenant())));
        routes.add(Route.of("GET", "/subscriptions", "subscriptions.list", call -> list(subscription())));
        routes.add(Route.of(
                "GET", "/subscriptions/{s}", "subscriptions.get", call -> Reply.of(200, Json.compact(subscription()))));
        routes.add(Route.of("GET", "/subscriptions/{s}/resourceGroups", "resourceGroups.list", call -> groups()));
        routes.add(Route.of("GET", "/subscriptions/{s}/resourceGroups/{rg}", "resourceGroups.get", this::group));
        routes.add(Route.of(
                "GET",
                watchers.path(),
                "networkWatchers.get",
                call -> Reply.of(200, Json.compact(watcher(watchers.find(call))))));
        return routes;
    }

    private ObjectNode tenant() {
        return Json.object()
                .put("id", "/tenants/" + world.tenant())
                .put("tenantId", world.tenant())
                .put("countryCode", "DE")
                .put("displayName", world.subscriptionName())
                .put("tenantCategory", "Home");
    }

    private ObjectNode subscription() {
        return Json.object()
                .put("id", "/subscriptions/" + world.subscription())
                .put("authorizationSource", "RoleBased")
                .put("subscriptionId", world.subscription())
                .put("tenantId", world.tenant())
                .put("displayName", world.subscriptionName())
                .put("state", "Enabled");
    }

    private Answer groups() {
        ObjectNode root = Json.object();
        ArrayNode value = root.putArray("value");
        names().forEach(name -> value.add(group(name)));
        return Reply.of(200, Json.compact(root));
    }

    private Answer group(Call call) {
        String asked = call.value("rg");
        return names().stream()
                .filter(asked::equalsIgnoreCase)
                .findFirst()
                .map(name -> Reply.of(200, Json.compact(group(name))))
                .orElseThrow(() -> new ArmError(
                        404, "ResourceGroupNotFound", "Resource group '" + asked + "' could not be found."));
    }

    private List<String> names() {
        return world.resources().map(World.Resource::group).distinct().toList();
    }

    private ObjectNode group(String name) {
        ObjectNode group = Json.object()
                .put("id", "/subscriptions/" + world.subscription() + "/resourceGroups/" + name)
                .put("name", name)
                .put("type", "Microsoft.Resources/resourceGroups")
                .put("location", "eastus2");
        group.putObject("properties").put("provisioningState", "Succeeded");
        return group;
    }

    private ObjectNode watcher(Watcher watcher) {
        ObjectNode root = Directory.head(world, watcher).put("etag", "W/\"" + Ids.stable(world.id(watcher)) + "\"");
        root.putObject("properties").put("provisioningState", "Succeeded").putArray("runningOperationIds");
        return root;
    }

    private static Answer list(ObjectNode one) {
        ObjectNode root = Json.object();
        root.putArray("value").add(one);
        return Reply.of(200, Json.compact(root));
    }
}
