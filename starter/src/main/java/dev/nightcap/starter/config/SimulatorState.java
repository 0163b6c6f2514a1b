package dev.nightcap.starter.config;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.nightcap.workflows.target.ResourceId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * How a running simulator is reached, as it writes it to its {@code --state} file.
 *
 * @param arm base address of Azure Resource Manager
 * @param blob base address of the blobs
 * @param identity address of the managed identity's token endpoint
 * @param ca file of the certificate authority that its certificates come from
 * @param accountKey of every storage account
 * @param subscription of its world
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record SimulatorState(
        String arm,
        String blob,
        String identity,
        String identityHeader,
        String ca,
        String accountKey,
        String tenant,
        String subscription) {
    static final String REGION = "eastus2";
    static final String RESOURCE_GROUP = "night";
    private static final String ACCOUNT = "nightcapevidence";

    public SimulatorState {
        Map<String, String> needed = new LinkedHashMap<>();
        needed.put("arm", arm);
        needed.put("blob", blob);
        needed.put("identity", identity);
        needed.put("identityHeader", identityHeader);
        needed.put("ca", ca);
        needed.put("accountKey", accountKey);
        needed.put("tenant", tenant);
        needed.put("subscription", subscription);
        needed.forEach((key, value) -> {
            if (Objects.isNull(value) || value.isBlank()) {
                throw new IllegalArgumentException("the simulator's state lacks \"" + key + "\"");
            }
        });
    }

    /** @throws IllegalArgumentException naming the file and what is wrong with it */
    public static SimulatorState read(Path file) {
        try {
            return new ObjectMapper().readValue(Files.readString(file), SimulatorState.class);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(
                    "the simulator's state file " + file + " is not what nightcap simulator --state writes", e);
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    "the simulator's state file " + file + " cannot be read; is nightcap simulator --state " + file
                            + " running?",
                    e);
        }
    }

    /** The evidence account of the simulator's default world. */
    ResourceId evidenceAccount() {
        return ResourceId.parse("/subscriptions/" + subscription + "/resourceGroups/" + RESOURCE_GROUP
                + "/providers/Microsoft.Storage/storageAccounts/" + ACCOUNT);
    }

    /** Names no key and no header. */
    @Override
    public String toString() {
        return "simulator at " + arm;
    }
}
