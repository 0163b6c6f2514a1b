package dev.nightcap.activities.storage;

import com.azure.core.util.BinaryData;
import com.azure.core.util.Context;
import com.azure.storage.blob.BlobClient;
import com.azure.storage.blob.BlobContainerClient;
import com.azure.storage.blob.BlobServiceClient;
import com.azure.storage.blob.BlobServiceClientBuilder;
import com.azure.storage.blob.models.BlobProperties;
import com.azure.storage.blob.models.BlobStorageException;
import com.azure.storage.blob.models.DeleteSnapshotsOptionType;
import com.azure.storage.blob.models.ListBlobsOptions;
import com.azure.storage.common.StorageSharedKeyCredential;
import com.azure.storage.common.policy.RequestRetryOptions;
import com.azure.storage.common.policy.RetryPolicyType;
import dev.nightcap.activities.azure.AzureAccess;
import dev.nightcap.activities.azure.AzureConnection;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Blobs by the addresses that Azure gives them, wherever they really are: of the simulator the address is mapped to its
 * blob server. Failures are those of the SDK, unretried.
 */
public final class BlobFiles {
    private static final RequestRetryOptions ONE_TRY = new RequestRetryOptions(
            RetryPolicyType.FIXED, 1, AzureAccess.CALL, Duration.ofMillis(1), Duration.ofMillis(1), null);

    private final Map<String, BlobServiceClient> byEndpoint = new ConcurrentHashMap<>();
    private final AzureAccess access;

    public BlobFiles(AzureAccess access) {
        this.access = access;
    }

    /** @param changed when it was last written to, by the server's clock */
    public record BlobLook(String url, long bytes, Instant changed) {}

    /** What is there, or nothing. */
    public Optional<BlobLook> look(String url) {
        try {
            BlobProperties properties = client(url).getProperties();
            return Optional.of(new BlobLook(url, properties.getBlobSize(), at(properties.getLastModified())));
        } catch (BlobStorageException e) {
            return ifThere(e);
        }
    }

    /** The blobs whose addresses begin so; none if there is no such container. */
    public List<BlobLook> list(String prefix) {
        BlobAddress address = BlobAddress.parse(prefix);
        try {
            return container(address)
                    .listBlobs(new ListBlobsOptions().setPrefix(address.path()), AzureAccess.CALL)
                    .stream()
                    .map(item -> new BlobLook(
                            address.at(item.getName()).url(),
                            item.getProperties().getContentLength(),
                            at(item.getProperties().getLastModified())))
                    .toList();
        } catch (BlobStorageException e) {
            return this.<List<BlobLook>>ifThere(e).orElse(List.of());
        }
    }

    /** Deletes the blob with its snapshots; one that is gone is fine. */
    public void delete(String url) {
        client(url).deleteIfExistsWithResponse(DeleteSnapshotsOptionType.INCLUDE, null, AzureAccess.CALL, Context.NONE);
    }

    /** Writes the blob whole, over what was there; with its container, if no file has ever come. */
    public void write(String url, byte[] content) {
        BlobClient blob = client(url);
        try {
            blob.upload(BinaryData.fromBytes(content), true);
        } catch (BlobStorageException e) {
            if (e.getStatusCode() != 404) {
                throw e;
            }
            blob.getContainerClient().createIfNotExists();
            blob.upload(BinaryData.fromBytes(content), true);
        }
    }

    /**
     * Opens the blob for one pass from an offset on. Every read sees the same version, or fails.
     *
     * @throws BlobStorageException of status 404 if there is none
     */
    public RangedBlobChannel open(String url, long offset) {
        return new RangedBlobChannel(client(url), offset);
    }

    private BlobClient client(String url) {
        BlobAddress address = BlobAddress.parse(url);
        return container(address).getBlobClient(address.path());
    }

    private BlobContainerClient container(BlobAddress address) {
        return byEndpoint
                .computeIfAbsent(address.endpoint(), endpoint -> service(address))
                .getBlobContainerClient(address.container());
    }

    private BlobServiceClient service(BlobAddress address) {
        BlobServiceClientBuilder builder =
                new BlobServiceClientBuilder().httpClient(access.http()).retryOptions(ONE_TRY);
        access.guards().forEach(builder::addPolicy);
        if (access.connection() instanceof AzureConnection.Simulator simulator) {
            String base = simulator.blob().toString().replaceFirst("/$", "");
            return builder.endpoint(base + "/" + address.account())
                    .credential(new StorageSharedKeyCredential(address.account(), simulator.accountKey()))
                    .buildClient();
        }
        return builder.endpoint(address.endpoint())
                .credential(access.credential())
                .buildClient();
    }

    private static Instant at(@Nullable OffsetDateTime time) {
        return time == null ? Instant.EPOCH : time.toInstant();
    }

    private <T> Optional<T> ifThere(BlobStorageException e) {
        if (e.getStatusCode() == 404) {
            return Optional.empty();
        }
        throw e;
    }
}
