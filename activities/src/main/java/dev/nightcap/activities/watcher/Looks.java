package dev.nightcap.activities.watcher;

import com.fasterxml.jackson.databind.JsonNode;
import dev.nightcap.activities.azure.ArmDoor;
import dev.nightcap.workflows.target.ResourceId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.StreamSupport;
import reactor.core.publisher.Mono;

/** The reads before a start, with the API versions that they are written for. */
final class Looks {
    private static final String COMPUTE = "api-version=2024-07-01";
    private static final String NETWORK = "api-version=2025-03-01";
    private static final String STORAGE = "api-version=2023-05-01";

    private final ArmDoor door;

    Looks(ArmDoor door) {
        this.door = door;
    }

    Mono<Optional<JsonNode>> machine(ResourceId vm) {
        return door.find(vm + "?$expand=instanceView&" + COMPUTE);
    }

    Mono<Optional<JsonNode>> scaleSet(ResourceId set) {
        return door.find(set + "?" + COMPUTE);
    }

    Mono<List<JsonNode>> instances(ResourceId set) {
        return door.list(set + "/virtualMachines?$expand=instanceView&" + COMPUTE);
    }

    /** Of a VM those installed, of a scale set those of its model. */
    Mono<List<JsonNode>> extensions(ResourceId target) {
        return door.list(target + "/extensions?" + COMPUTE);
    }

    Mono<List<JsonNode>> watchers(String subscription) {
        return door.list("/subscriptions/" + subscription + "/providers/Microsoft.Network/networkWatchers?" + NETWORK);
    }

    Mono<List<JsonNode>> sessions(ResourceId watcher) {
        return door.list(watcher + "/packetCaptures?" + NETWORK);
    }

    Mono<Optional<JsonNode>> storageAccount(ResourceId account) {
        return door.find(account + "?" + STORAGE);
    }

    /** A region's name as programs write it: {@code East US 2} is {@code eastus2}. */
    static String region(JsonNode resource) {
        return resource.path("location").asText("").replace(" ", "").toLowerCase(Locale.ROOT);
    }

    /** {@code running}, {@code deallocated}…; {@code unknown} where Azure does not say. */
    static String power(JsonNode machine) {
        return StreamSupport.stream(
                        machine.path("properties")
                                .path("instanceView")
                                .path("statuses")
                                .spliterator(),
                        false)
                .map(status -> status.path("code").asText(""))
                .filter(code -> code.startsWith("PowerState/"))
                .map(code -> code.substring("PowerState/".length()))
                .findFirst()
                .orElse("unknown");
    }
}
