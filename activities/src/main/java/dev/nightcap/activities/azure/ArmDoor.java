package dev.nightcap.activities.azure;

import com.azure.core.http.HttpHeaderName;
import com.azure.core.http.HttpMethod;
import com.azure.core.http.HttpPipeline;
import com.azure.core.http.HttpRequest;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import reactor.core.publisher.Mono;

/**
 * Plain reads from Resource Manager: the resources around a capture, for which a client library each would weigh more
 * than what is read from them.
 */
public final class ArmDoor {
    private static final JsonMapper JSON = new JsonMapper();
    private static final int MOST_PAGES = 200;

    private final HttpPipeline pipeline;
    private final URI base;

    public ArmDoor(AzureAccess access) {
        this.pipeline = access.armPipeline();
        this.base = access.arm();
    }

    /**
     * Reads a resource, or nothing if there is none.
     *
     * @param path with the API version, from {@code /subscriptions} on
     */
    public Mono<Optional<JsonNode>> find(String path) {
        return get(base.resolve(path))
                .map(Optional::of)
                .onErrorResume(
                        Refusal.class,
                        refusal -> refusal.isNotFound() ? Mono.just(Optional.empty()) : Mono.error(refusal));
    }

    /** Reads a list whole, page after page; empty if what it belongs to is not there. */
    public Mono<List<JsonNode>> list(String path) {
        return find(path).flatMap(first -> first.isPresent() ? rest(first.get(), new ArrayList<>(), 1) : noItems());
    }

    private static Mono<List<JsonNode>> noItems() {
        return Mono.just(List.of());
    }

    private Mono<List<JsonNode>> rest(JsonNode page, List<JsonNode> items, int pages) {
        page.path("value").forEach(items::add);
        String next = page.path("nextLink").asText("");
        if (next.isEmpty() || pages >= MOST_PAGES) {
            return Mono.just(items);
        }
        return follow(next).flatMap(following -> rest(following, items, pages + 1));
    }

    /** Reads an address that Azure gave: opaque, and of Resource Manager's own host, else refused. */
    public Mono<JsonNode> follow(String url) {
        URI address = URI.create(url);
        if (!base.getAuthority().equalsIgnoreCase(address.getAuthority())) {
            return Mono.error(new IllegalArgumentException("Azure named an address of another host"));
        }
        return get(address);
    }

    private Mono<JsonNode> get(URI address) {
        HttpRequest request = new HttpRequest(HttpMethod.GET, address.toString())
                .setHeader(HttpHeaderName.ACCEPT, "application/json");
        return pipeline.send(request)
                .flatMap(response -> response.getBodyAsString().defaultIfEmpty("null"))
                .map(ArmDoor::parse)
                .timeout(AzureAccess.CALL);
    }

    private static JsonNode parse(String body) {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException e) {
            throw new Refusal(new AzureAnswer(502, "NoJson", "the answer is no JSON", null, null));
        }
    }
}
