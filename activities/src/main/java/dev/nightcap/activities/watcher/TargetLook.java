package dev.nightcap.activities.watcher;

import static dev.nightcap.activities.watcher.SideBySide.settled;

import com.fasterxml.jackson.databind.JsonNode;
import dev.nightcap.workflows.capture.Problem;
import dev.nightcap.workflows.capture.Reason;
import dev.nightcap.workflows.target.ResourceId;
import dev.nightcap.workflows.target.ScaleSet;
import dev.nightcap.workflows.target.Target;
import dev.nightcap.workflows.target.VirtualMachine;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import reactor.core.publisher.Mono;

/** Whether the target is there, runs, and is of a kind that Network Watcher captures. */
final class TargetLook {
    private static final String RUNNING = "running";

    private final Looks looks;

    TargetLook(Looks looks) {
        this.looks = looks;
    }

    /** Fails with a {@link Problem} in the order in which a person would mend it. */
    Mono<Found> find(Target target) {
        ResourceId id = target.id();
        if (id.resourceGroup().toUpperCase(Locale.ROOT).startsWith("MC_")) {
            return Mono.error(aksNode(target));
        }
        if (target instanceof VirtualMachine) {
            return Mono.zip(settled(looks.machine(id)), settled(looks.extensions(id)))
                    .map(both ->
                            machine(target, both.getT1().get(), both.getT2().get()));
        }
        return Mono.zip(settled(looks.scaleSet(id)), settled(looks.instances(id)), settled(looks.extensions(id)))
                .map(all -> scaleSet(
                        (ScaleSet) target,
                        all.getT1().get(),
                        all.getT2().get(),
                        all.getT3().get()));
    }

    private static Found machine(Target target, Optional<JsonNode> vm, List<JsonNode> extensions) {
        JsonNode resource = vm.orElseThrow(() -> missing(target, "az vm list -g "));
        String power = Looks.power(resource);
        if (!power.equals(RUNNING)) {
            throw problem(
                    Reason.VM_NOT_RUNNING,
                    target.shortName() + " is " + power + "; packets can only be taken of a VM that runs",
                    "az vm start --ids " + target.id());
        }
        return Found.of(resource, List.of(resource), extensions);
    }

    private static Found scaleSet(
            ScaleSet target, Optional<JsonNode> set, List<JsonNode> instances, List<JsonNode> extensions) {
        JsonNode resource = set.orElseThrow(() -> missing(target, "az vmss list -g "));
        if (resource.path("tags").has("aks-managed-poolName")) {
            throw aksNode(target);
        }
        List<JsonNode> chosen = instances.stream()
                .filter(instance ->
                        target.instances().isEmpty() || target.instances().contains(number(instance)))
                .toList();
        checkAllThere(target, chosen);
        checkAllRun(target, chosen);
        return Found.of(resource, chosen, extensions);
    }

    private static void checkAllThere(ScaleSet target, List<JsonNode> chosen) {
        Set<String> missing = new TreeSet<>(target.instances());
        chosen.forEach(instance -> missing.remove(number(instance)));
        if (!missing.isEmpty() || chosen.isEmpty()) {
            throw problem(
                    Reason.TARGET_NOT_FOUND,
                    "scale set " + target.shortName() + " has no "
                            + (missing.isEmpty() ? "instances" : "instance " + String.join(", ", missing)),
                    "az vmss list-instances -o table --ids " + target.id());
        }
    }

    private static void checkAllRun(ScaleSet target, List<JsonNode> chosen) {
        String idle = chosen.stream()
                .filter(instance -> !Looks.power(instance).equals(RUNNING))
                .map(instance -> "instance " + number(instance) + " is " + Looks.power(instance))
                .collect(Collectors.joining(", "));
        if (!idle.isEmpty()) {
            throw problem(
                    Reason.VM_NOT_RUNNING,
                    "of scale set " + target.shortName() + ", " + idle + "; packets can only be taken of VMs that run",
                    "az vmss start --ids " + target.id() + ", or choose the instances that run");
        }
    }

    private static String number(JsonNode instance) {
        return instance.path("instanceId").asText("");
    }

    private static RuntimeException aksNode(Target target) {
        return problem(
                Reason.AKS_NODE,
                target.shortName() + " is a node of an AKS cluster, which Network Watcher does not capture",
                "capture inside of the cluster, for example: kubectl debug node/NODE -it --image=nicolaka/netshoot --"
                        + " tcpdump");
    }

    private static RuntimeException missing(Target target, String list) {
        return problem(
                Reason.TARGET_NOT_FOUND,
                "there is no " + (target instanceof VirtualMachine ? "VM '" : "scale set '") + target.shortName()
                        + "' in resource group '" + target.id().resourceGroup() + "' of subscription "
                        + target.id().subscription(),
                list + target.id().resourceGroup() + " --subscription "
                        + target.id().subscription() + " -o table");
    }

    private static RuntimeException problem(Reason reason, String sentence, String next) {
        return Problem.of(reason, sentence, next).toFailure();
    }
}
