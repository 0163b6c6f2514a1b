package dev.nightcap.simulator.arm;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.nightcap.simulator.arm.World.Account;
import dev.nightcap.simulator.web.Answer;
import dev.nightcap.simulator.web.Call;
import dev.nightcap.simulator.web.Json;
import dev.nightcap.simulator.web.Reply;
import dev.nightcap.simulator.web.Route;
import java.util.ArrayList;
import java.util.List;

/** Storage accounts and their keys. The endpoints are those of the public cloud: clients map them to the blob service. */
final class Storage {

    private final World world;
    private final String key;
    private final Directory<Account> accounts;

    Storage(World world, String key) {
        this.world = world;
        this.key = key;
        this.accounts =
                new Directory<>("Microsoft.Storage/storageAccounts", "storageAccounts", world.accounts(), this::body);
    }

    List<Route> routes() {
        List<Route> routes = new ArrayList<>(accounts.lists());
        routes.add(Route.of(
                "GET",
                accounts.path(),
                "storageAccounts.get",
                call -> Reply.of(200, Json.compact(body(accounts.find(call))))));
        routes.add(Route.of("POST", accounts.path() + "/listKeys", "storageAccounts.listKeys", this::keys));
        return routes;
    }

    private Answer keys(Call call) {
        accounts.find(call);
        ObjectNode root = Json.object();
        ArrayNode keys = root.putArray("keys");
        for (String name : List.of("key1", "key2")) {
            keys.addObject().put("keyName", name).put("value", key).put("permissions", "FULL");
        }
        return Reply.of(200, Json.compact(root));
    }

    private ObjectNode body(Account account) {
        ObjectNode root = Directory.head(world, account);
        root.put("kind", account.premium() ? "BlockBlobStorage" : "StorageV2");
        root.putObject("sku").put("name", account.sku()).put("tier", account.premium() ? "Premium" : "Standard");
        root.putObject("tags");
        ObjectNode properties = root.putObject("properties")
                .put("provisioningState", "Succeeded")
                .put("primaryLocation", account.location())
                .put("statusOfPrimary", "available")
                .put("supportsHttpsTrafficOnly", true)
                .put("allowSharedKeyAccess", account.sharedKey())
                .put("publicNetworkAccess", "Enabled");
        ObjectNode rules = properties.putObject("networkAcls").put("bypass", "AzureServices");
        rules.putArray("virtualNetworkRules");
        rules.putArray("ipRules");
        rules.put("defaultAction", account.networkDefault());
        properties.putObject("primaryEndpoints").put("blob", "https://" + account.name() + ".blob.core.windows.net/");
        return root;
    }
}
