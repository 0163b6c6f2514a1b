package dev.nightcap.simulator.arm;

import dev.nightcap.simulator.arm.World.Account;
import dev.nightcap.simulator.arm.World.Instance;
import dev.nightcap.simulator.arm.World.Machine;
import dev.nightcap.simulator.arm.World.ScaleSet;
import dev.nightcap.simulator.scenario.Fault;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a session takes down: the machine, or the chosen instances of a scale set, and where the files go.
 *
 * @param account empty if the file stays on the machine
 * @param storagePath empty if the file stays on the machine; a prefix for several instances
 */
record Taken(World.Resource target, List<Instance> instances, Optional<Account> account, String storagePath) {

    private static final Fault.Failed OFF = new Fault.Failed(
            "create", "OperationNotAllowed", "Cannot modify extensions in the VM when the VM is not running.");
    private static final Fault.Failed NO_AGENT =
            new Fault.Failed("create", "InternalServerError", "An error occurred.");

    static Taken of(
            World world, World.Resource target, CaptureRequest request, Optional<Account> account, Instant now) {
        List<Instance> instances = target instanceof ScaleSet set
                ? set.instances().stream()
                        .filter(one ->
                                request.include().isEmpty() || request.include().contains(one.id()))
                        .filter(one -> !request.exclude().contains(one.id()))
                        .toList()
                : List.of();
        String path = account.map(one -> request.storagePath().orElseGet(() -> {
                    String id = world.id(target);
                    if (target instanceof Machine) {
                        return StoragePath.ofMachine(one.name(), request.target(), now);
                    }
                    return instances.size() == 1
                            ? StoragePath.ofInstance(
                                    one.name(), id, instances.get(0).id(), now)
                            : StoragePath.ofScaleSet(one.name(), id, now);
                }))
                .orElse("");
        return new Taken(target, instances, account, path);
    }

    /** Why the agent cannot even start; the codes that Azure uses here are not on record. */
    Optional<Fault.Failed> refusal() {
        if (target instanceof Machine machine) {
            return machine.running() ? machine.agent() ? Optional.empty() : Optional.of(NO_AGENT) : Optional.of(OFF);
        }
        if (target instanceof ScaleSet set) {
            boolean any = instances.stream().anyMatch(one -> one.power().equals("running"));
            return any ? set.agent() ? Optional.empty() : Optional.of(NO_AGENT) : Optional.of(OFF);
        }
        return Optional.empty();
    }

    /** Whether the account is one that the agent cannot write to: another region, premium, no keys, closed network. */
    boolean storageRefuses() {
        return account.map(one -> one.premium()
                        || !one.sharedKey()
                        || one.networkDefault().equals("Deny")
                        || !one.location().equalsIgnoreCase(target.location()))
                .orElse(false);
    }

    /** One recording for each machine that runs; none if the file stays on the machine. */
    List<Recording> recordings(CaptureRequest request, Instant from, Instant to, long keep) {
        Optional<StoragePath> path = StoragePath.parse(storagePath);
        if (path.isEmpty()) {
            return List.of();
        }
        StoragePath base = path.get();
        if (target instanceof Machine machine) {
            return List.of(recording(request, machine.address(), machine.story(), from, to, base, keep));
        }
        if (target instanceof ScaleSet set) {
            boolean several = instances.size() > 1;
            return instances.stream()
                    .filter(one -> one.power().equals("running"))
                    .flatMap(one -> Stream.of(recording(
                            request,
                            one.address(),
                            set.story(),
                            from,
                            to,
                            several ? under(base, set.name() + "_" + one.id()) : base,
                            keep)))
                    .toList();
        }
        return List.of();
    }

    /** How Azure names the files under a scale set's prefix is not on record. */
    private static StoragePath under(StoragePath prefix, String name) {
        return new StoragePath(prefix.account(), prefix.container(), prefix.blob() + "/" + name + ".cap");
    }

    private static Recording recording(
            CaptureRequest request,
            String address,
            String story,
            Instant from,
            Instant to,
            StoragePath path,
            long keep) {
        return new Recording(
                address,
                story,
                from,
                to,
                request.bytesPerPacket(),
                request.ring().isPresent() ? 0 : request.totalBytes(),
                request.filters(),
                path.account(),
                path.container(),
                path.blob(),
                keep);
    }
}
