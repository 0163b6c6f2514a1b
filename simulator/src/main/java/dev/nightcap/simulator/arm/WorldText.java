package dev.nightcap.simulator.arm;

import com.fasterxml.jackson.databind.JsonNode;
import dev.nightcap.simulator.arm.World.Account;
import dev.nightcap.simulator.arm.World.Instance;
import dev.nightcap.simulator.arm.World.Machine;
import dev.nightcap.simulator.arm.World.ScaleSet;
import dev.nightcap.simulator.arm.World.Watcher;
import dev.nightcap.simulator.scenario.Problems;
import dev.nightcap.simulator.web.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiFunction;

/** A world as JSON; {@code world.json} beside this class is the default and shows the form. */
public final class WorldText {

    private static final Set<String> POWERS = Set.of("running", "stopped", "deallocated");
    private static final Set<String> SYSTEMS = Set.of("Linux", "Windows");
    private static final Set<String> SKUS =
            Set.of("Standard_LRS", "Standard_ZRS", "Standard_GRS", "Premium_LRS", "Premium_ZRS");

    private final Problems problems = new Problems();
    private final Set<String> stories;

    private WorldText(Set<String> stories) {
        this.stories = stories;
    }

    /** The world of the documentation. */
    public static World standard(Set<String> stories) {
        try (InputStream in = WorldText.class.getResourceAsStream("world.json")) {
            if (in == null) {
                throw new IllegalStateException("resource missing from the build: world.json");
            }
            return parse("world.json", new String(in.readAllBytes(), StandardCharsets.UTF_8), stories);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads a world.
     *
     * @param source what to call the document in an error
     * @param stories the stories that machines may tell
     * @throws IllegalArgumentException that names every fault with its place
     */
    public static World parse(String source, String json, Set<String> stories) {
        JsonNode root;
        try {
            root = Json.read(json);
        } catch (UncheckedIOException e) {
            throw new IllegalArgumentException(source + ": " + e.getMessage(), e);
        }
        WorldText text = new WorldText(stories);
        World world = text.world(root);
        text.problems.raise(source);
        return world;
    }

    private World world(JsonNode root) {
        problems.unknown(
                "world",
                root,
                Set.of(
                        "tenant",
                        "subscription",
                        "subscriptionName",
                        "watchers",
                        "virtualMachines",
                        "scaleSets",
                        "storageAccounts"));
        return new World(
                problems.required("world", root, "tenant"),
                problems.required("world", root, "subscription"),
                problems.text("world", root, "subscriptionName", "Simulated"),
                each(root, "watchers", this::watcher),
                each(root, "virtualMachines", this::machine),
                each(root, "scaleSets", this::scaleSet),
                each(root, "storageAccounts", this::account));
    }

    private Watcher watcher(String place, JsonNode node) {
        problems.unknown(place, node, Set.of("resourceGroup", "name", "location", "sessionLimit"));
        return new Watcher(
                problems.required(place, node, "resourceGroup"),
                problems.required(place, node, "name"),
                problems.required(place, node, "location"),
                (int) problems.number(place, node, "sessionLimit", 10_000, 0, Integer.MAX_VALUE));
    }

    private Machine machine(String place, JsonNode node) {
        problems.unknown(
                place,
                node,
                Set.of("resourceGroup", "name", "location", "os", "power", "agent", "address", "story", "tags"));
        return new Machine(
                problems.required(place, node, "resourceGroup"),
                problems.required(place, node, "name"),
                problems.required(place, node, "location"),
                problems.oneOf(place, node, "os", "Linux", SYSTEMS),
                problems.oneOf(place, node, "power", "running", POWERS),
                problems.flag(place, node, "agent", true),
                problems.text(place, node, "address", "10.2.0.5"),
                problems.oneOf(place, node, "story", "no-syn-ack", stories),
                tags(node));
    }

    private ScaleSet scaleSet(String place, JsonNode node) {
        problems.unknown(
                place, node, Set.of("resourceGroup", "name", "location", "os", "agent", "story", "tags", "instances"));
        List<Instance> instances = new ArrayList<>();
        for (JsonNode one : node.path("instances")) {
            instances.add(instance(place + ".instances[" + instances.size() + "]", one));
        }
        return new ScaleSet(
                problems.required(place, node, "resourceGroup"),
                problems.required(place, node, "name"),
                problems.required(place, node, "location"),
                problems.oneOf(place, node, "os", "Linux", SYSTEMS),
                problems.flag(place, node, "agent", true),
                problems.oneOf(place, node, "story", "no-syn-ack", stories),
                tags(node),
                List.copyOf(instances));
    }

    private Instance instance(String place, JsonNode node) {
        problems.unknown(place, node, Set.of("id", "power", "address"));
        return new Instance(
                problems.required(place, node, "id"),
                problems.oneOf(place, node, "power", "running", POWERS),
                problems.text(place, node, "address", "10.2.0.20"));
    }

    private Account account(String place, JsonNode node) {
        problems.unknown(
                place, node, Set.of("resourceGroup", "name", "location", "sku", "sharedKey", "networkDefault"));
        String name = problems.required(place, node, "name");
        if (!name.matches("[a-z0-9]{3,24}")) {
            problems.add(place + ".name", "must be 3 to 24 lower-case letters and digits, not '" + name + "'");
        }
        return new Account(
                problems.required(place, node, "resourceGroup"),
                name,
                problems.required(place, node, "location"),
                problems.oneOf(place, node, "sku", "Standard_LRS", SKUS),
                problems.flag(place, node, "sharedKey", true),
                problems.oneOf(place, node, "networkDefault", "Allow", Set.of("Allow", "Deny")));
    }

    private static Map<String, String> tags(JsonNode node) {
        Map<String, String> tags = new TreeMap<>();
        node.path("tags")
                .properties()
                .forEach(tag -> tags.put(tag.getKey(), tag.getValue().asText()));
        return Map.copyOf(tags);
    }

    private static <T> List<T> each(JsonNode root, String field, BiFunction<String, JsonNode, T> read) {
        List<T> all = new ArrayList<>();
        for (JsonNode node : root.path(field)) {
            all.add(read.apply(field + "[" + all.size() + "]", node));
        }
        return List.copyOf(all);
    }
}
