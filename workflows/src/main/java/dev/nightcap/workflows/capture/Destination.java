package dev.nightcap.workflows.capture;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.nightcap.workflows.target.ResourceId;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where Azure puts the file: a storage account, a file on the VM's own disk, or both.
 *
 * @param storageAccount the one to use, whatever the region; of the type {@value #STORAGE_TYPE}
 * @param accountsByRegion used if no account is named: Azure wants it in the target's region, which is known only once
 *     the target was looked at. Keys are region names such as {@code eastus2}
 * @param filePath ends {@code .cap}; on Linux it starts {@code /var/captures}
 */
public record Destination(
        @Nullable ResourceId storageAccount,
        Map<String, ResourceId> accountsByRegion,
        @Nullable String filePath) {
    private static final String STORAGE_TYPE = "microsoft.storage/storageaccounts";

    /** @throws IllegalArgumentException saying what is missing or wrong */
    public Destination {
        TreeMap<String, ResourceId> sorted = new TreeMap<>();
        accountsByRegion.forEach((region, account) -> sorted.put(region.toLowerCase(Locale.ROOT), account));
        accountsByRegion = sorted;
        if (storageAccount == null && sorted.isEmpty() && filePath == null) {
            throw new IllegalArgumentException("a capture needs a storage account, or a file path on the VM");
        }
        Collection<ResourceId> configured = sorted.values();
        Stream.concat(Stream.ofNullable(storageAccount), configured.stream())
                .filter(account -> !account.type().equals(STORAGE_TYPE))
                .findFirst()
                .ifPresent(other -> {
                    throw new IllegalArgumentException("not a storage account: its type is " + other.type());
                });
        if (filePath != null && !filePath.toLowerCase(Locale.ROOT).endsWith(".cap")) {
            throw new IllegalArgumentException("the file path on the VM ends with .cap");
        }
    }

    public static Destination account(ResourceId storageAccount) {
        return new Destination(storageAccount, Map.of(), null);
    }

    public static Destination byRegion(Map<String, ResourceId> accounts) {
        return new Destination(null, accounts, null);
    }

    /** Whether the file is to be kept on the VM's disk alone, where nobody can verify it. */
    @JsonIgnore
    public boolean isOnVmOnly() {
        return storageAccount == null && accountsByRegion.isEmpty();
    }

    /** The storage account for a target of a region. */
    public Optional<ResourceId> accountIn(String region) {
        return storageAccount != null
                ? Optional.of(storageAccount)
                : Optional.ofNullable(accountsByRegion.get(region.toLowerCase(Locale.ROOT)));
    }
}
