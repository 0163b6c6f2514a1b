package dev.nightcap.activities.watcher;

import com.fasterxml.jackson.databind.JsonNode;
import dev.nightcap.workflows.capture.Problem;
import dev.nightcap.workflows.capture.Reason;
import dev.nightcap.workflows.target.ResourceId;
import dev.nightcap.workflows.target.Target;
import java.util.Optional;

/** Whether the agent will be able to leave its file in the account. */
final class StorageLook {
    private StorageLook() {}

    /** @return a remark for people; empty if there is nothing to say */
    static String check(Target target, String region, ResourceId id, Optional<JsonNode> found) {
        JsonNode account = found.orElseThrow(() -> problem(
                Reason.STORAGE_NOT_FOUND,
                "there is no storage account '" + id.name() + "' in resource group '" + id.resourceGroup() + "'",
                "az storage account list -o table --subscription " + id.subscription()));
        String place = Looks.region(account);
        if (!place.equals(region)) {
            throw problem(
                    Reason.STORAGE_OTHER_REGION,
                    "storage account '" + id.name() + "' is in " + place + " and " + target.shortName() + " in "
                            + region + "; Azure wants both in one region",
                    "name an account in " + region + ", or make one: az storage account create -n NAME -g "
                            + id.resourceGroup() + " -l " + region + " --sku Standard_LRS");
        }
        if (account.path("sku").path("tier").asText("").equalsIgnoreCase("Premium")) {
            throw problem(
                    Reason.STORAGE_PREMIUM,
                    "storage account '" + id.name() + "' is a Premium one, which packet captures cannot be kept in",
                    "name a Standard account in " + region + ", or make one: az storage account create -n NAME -g "
                            + id.resourceGroup() + " -l " + region + " --sku Standard_LRS");
        }
        JsonNode properties = account.path("properties");
        if (!properties.path("allowSharedKeyAccess").asBoolean(true)) {
            throw problem(
                    Reason.STORAGE_KEY_ACCESS_OFF,
                    "storage account '" + id.name() + "' allows no access by key, and the agent uploads by a SAS, which"
                            + " is made of one",
                    "az storage account update --allow-shared-key-access true --ids " + id);
        }
        boolean closed =
                properties.path("networkAcls").path("defaultAction").asText("").equalsIgnoreCase("Deny");
        return closed
                ? "the firewall of " + id.name() + " lets in named networks only: is the subnet of "
                        + target.shortName() + " among them?"
                : "";
    }

    private static RuntimeException problem(Reason reason, String sentence, String next) {
        return Problem.of(reason, sentence, next).toFailure();
    }
}
