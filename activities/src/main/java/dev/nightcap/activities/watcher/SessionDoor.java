package dev.nightcap.activities.watcher;

import com.azure.core.http.HttpHeaderName;
import com.azure.core.http.rest.Response;
import com.azure.core.util.BinaryData;
import com.azure.json.JsonProviders;
import com.azure.json.JsonReader;
import com.azure.resourcemanager.network.fluent.PacketCapturesClient;
import com.azure.resourcemanager.network.fluent.models.PacketCaptureInner;
import com.azure.resourcemanager.network.fluent.models.PacketCaptureQueryStatusResultInner;
import com.azure.resourcemanager.network.fluent.models.PacketCaptureResultInner;
import dev.nightcap.activities.azure.AzureAccess;
import dev.nightcap.activities.azure.Refusal;
import dev.nightcap.workflows.capture.Sessions.Session;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * One session, by single requests. The SDK's pollers are not used: they hold a thread for as long as Azure takes, and of
 * an asynchronous answer they wait for the last word where the first says it all.
 */
final class SessionDoor {
    private static final String OPERATION = "Azure-AsyncOperation";

    private final PacketCapturesClient client;
    private final String group;
    private final String watcher;
    private final String name;

    SessionDoor(PacketCapturesClient client, Session session) {
        this.client = client;
        this.group = session.watcher().resourceGroup();
        this.watcher = session.watcher().name();
        this.name = session.name();
    }

    Optional<PacketCaptureResultInner> get() {
        return found(client.getWithResponseAsync(group, watcher, name)).map(Response::getValue);
    }

    /** @return the address of the operation, if Azure named one: opaque, about 3 kB */
    Optional<String> put(PacketCaptureInner wanted) {
        Response<Flux<ByteBuffer>> response = answered(client.createWithResponseAsync(group, watcher, name, wanted));
        return Optional.ofNullable(header(response, OPERATION));
    }

    /** The first answer's body, which is the answer, whether its status is 200 (ended) or 202 (running). */
    Optional<PacketCaptureQueryStatusResultInner> status() {
        return found(client.getStatusWithResponseAsync(group, watcher, name)
                        .flatMap(response -> BinaryData.fromFlux(response.getValue())))
                .map(SessionDoor::parse);
    }

    /** @return whether there was a session to stop */
    boolean stop() {
        return found(client.stopWithResponseAsync(group, watcher, name)).isPresent();
    }

    /** @return whether it takes time; if not, the session is gone */
    boolean delete() {
        return found(client.deleteWithResponseAsync(group, watcher, name))
                .map(response -> response.getStatusCode() == 202)
                .orElse(false);
    }

    private static PacketCaptureQueryStatusResultInner parse(BinaryData body) {
        try (JsonReader reader = JsonProviders.createReader(body.toBytes())) {
            return PacketCaptureQueryStatusResultInner.fromJson(reader);
        } catch (IOException e) {
            throw new UncheckedIOException("Azure's status of the session is cut or malformed", e);
        }
    }

    private static @Nullable String header(Response<?> response, String name) {
        return response.getHeaders().getValue(HttpHeaderName.fromString(name));
    }

    private static <T> T answered(Mono<T> call) {
        return Objects.requireNonNull(call.timeout(AzureAccess.CALL).block(), "the SDK answers with a response");
    }

    private static <T> Optional<T> found(Mono<T> call) {
        try {
            return Optional.of(answered(call));
        } catch (Refusal refusal) {
            if (refusal.isNotFound()) {
                return Optional.empty();
            }
            throw refusal;
        }
    }
}
