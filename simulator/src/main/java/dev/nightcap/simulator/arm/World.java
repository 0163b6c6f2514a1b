package dev.nightcap.simulator.arm;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What there is in this Azure: one tenant, one subscription, and resources that do not change while the simulator runs. */
public record World(
        String tenant,
        String subscription,
        String subscriptionName,
        List<Watcher> watchers,
        List<Machine> machines,
        List<ScaleSet> scaleSets,
        List<Account> accounts) {

    /** A resource in a group; names compare without case. */
    public sealed interface Resource permits Watcher, Machine, ScaleSet, Account {
        String group();

        String name();

        String location();

        /** For example {@code Microsoft.Compute/virtualMachines}. */
        String type();
    }

    /**
     * A network watcher, the one of its region.
     *
     * @param sessionLimit how many sessions its region takes at once
     */
    public record Watcher(String group, String name, String location, int sessionLimit) implements Resource {
        @Override
        public String type() {
            return "Microsoft.Network/networkWatchers";
        }
    }

    /**
     * A virtual machine.
     *
     * @param os {@code Linux} or {@code Windows}
     * @param power {@code running}, {@code stopped} or {@code deallocated}
     * @param agent whether the Network Watcher extension is installed
     * @param story what its packets tell
     */
    public record Machine(
            String group,
            String name,
            String location,
            String os,
            String power,
            boolean agent,
            String address,
            String story,
            Map<String, String> tags)
            implements Resource {
        @Override
        public String type() {
            return "Microsoft.Compute/virtualMachines";
        }

        boolean running() {
            return power.equals("running");
        }
    }

    /** A scale set in uniform mode; what is said of the machine's parts holds here too. */
    public record ScaleSet(
            String group,
            String name,
            String location,
            String os,
            boolean agent,
            String story,
            Map<String, String> tags,
            List<Instance> instances)
            implements Resource {
        @Override
        public String type() {
            return "Microsoft.Compute/virtualMachineScaleSets";
        }
    }

    /** One machine of a scale set. */
    public record Instance(String id, String power, String address) {}

    /**
     * A storage account.
     *
     * @param sku such as {@code Standard_LRS}
     * @param sharedKey whether key access is allowed
     * @param networkDefault {@code Allow} or {@code Deny}
     */
    public record Account(
            String group, String name, String location, String sku, boolean sharedKey, String networkDefault)
            implements Resource {
        @Override
        public String type() {
            return "Microsoft.Storage/storageAccounts";
        }

        boolean premium() {
            return sku.startsWith("Premium");
        }
    }

    /** {@code /subscriptions/…/providers/…}, as the world spells it. */
    public String id(Resource resource) {
        return "/subscriptions/" + subscription + "/resourceGroups/" + resource.group() + "/providers/"
                + resource.type() + "/" + resource.name();
    }

    /** Everything, in the order of the file. */
    public Stream<Resource> resources() {
        return Stream.<List<? extends Resource>>of(watchers, machines, scaleSets, accounts)
                .flatMap(List::stream);
    }

    /** The resource of that id, whatever its case. */
    public Optional<Resource> find(String id) {
        return resources().filter(one -> id(one).equalsIgnoreCase(id)).findFirst();
    }

    /** Where that machine or scale set belongs, the watcher that looks after it. */
    public Optional<Watcher> watcherOf(Resource resource) {
        return watchers.stream()
                .filter(watcher -> watcher.location().equalsIgnoreCase(resource.location()))
                .findFirst();
    }
}
