package dev.nightcap.simulator.arm;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.nightcap.simulator.arm.World.Resource;
import dev.nightcap.simulator.web.Answer;
import dev.nightcap.simulator.web.Call;
import dev.nightcap.simulator.web.Json;
import dev.nightcap.simulator.web.Reply;
import dev.nightcap.simulator.web.Route;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/** Reads of one type of resource: by subscription, by group, by name. */
final class Directory<T extends Resource> {

    private final String type;
    private final String operations;
    private final List<T> all;
    private final Function<T, ObjectNode> body;

    /** @param operations the first part of the operations' names, for example {@code virtualMachines} */
    Directory(String type, String operations, List<T> all, Function<T, ObjectNode> body) {
        this.type = type;
        this.operations = operations;
        this.all = all;
        this.body = body;
    }

    /** The two lists; reading one is left to those that know what can be expanded. */
    List<Route> lists() {
        String ofSubscription = "/subscriptions/{s}/providers/" + type;
        String ofGroup = "/subscriptions/{s}/resourceGroups/{rg}/providers/" + type;
        return List.of(
                Route.of("GET", ofSubscription, operations + ".listAll", call -> list(one -> true)),
                Route.of("GET", ofGroup, operations + ".list", call -> list(inGroup(call))));
    }

    String path() {
        return "/subscriptions/{s}/resourceGroups/{rg}/providers/" + type + "/{name}";
    }

    T find(Call call) {
        return all.stream()
                .filter(inGroup(call))
                .filter(one -> one.name().equalsIgnoreCase(call.value("name")))
                .findFirst()
                .orElseThrow(() -> ArmError.noResource(type, call.value("name"), call.value("rg")));
    }

    /** The fields that every resource has. */
    static ObjectNode head(World world, Resource resource) {
        return Json.object()
                .put("name", resource.name())
                .put("id", world.id(resource))
                .put("type", resource.type())
                .put("location", resource.location());
    }

    private Answer list(Predicate<Resource> chosen) {
        ObjectNode root = Json.object();
        ArrayNode value = root.putArray("value");
        all.stream().filter(chosen).map(body).forEach(value::add);
        return Reply.of(200, Json.compact(root));
    }

    private static Predicate<Resource> inGroup(Call call) {
        return one -> one.group().equalsIgnoreCase(call.value("rg"));
    }
}
