package dev.nightcap.workflows;

import dev.nightcap.workflows.capture.Asker;
import dev.nightcap.workflows.capture.CaptureLimits;
import dev.nightcap.workflows.capture.CapturePolicy;
import dev.nightcap.workflows.capture.CaptureRequest;
import dev.nightcap.workflows.capture.Destination;
import dev.nightcap.workflows.target.ResourceId;
import dev.nightcap.workflows.target.Target;
import java.time.Duration;
import java.util.List;

/** Requests for tests. */
public final class Requests {
    private static final String GROUP = "/subscriptions/7a1c0000-0000-4000-8000-000000000001/resourceGroups/night";

    private Requests() {}

    public static ResourceId vm(String name) {
        return ResourceId.parse(GROUP + "/providers/Microsoft.Compute/virtualMachines/" + name);
    }

    public static ResourceId scaleSet(String name) {
        return ResourceId.parse(GROUP + "/providers/Microsoft.Compute/virtualMachineScaleSets/" + name);
    }

    public static ResourceId storage(String name) {
        return ResourceId.parse(GROUP + "/providers/Microsoft.Storage/storageAccounts/" + name);
    }

    public static CaptureRequest of(ResourceId target, Duration duration, Asker asker) {
        return new CaptureRequest(
                Target.of(target).orElseThrow(),
                CaptureLimits.lasting(duration),
                List.of(),
                Destination.account(storage("nightcapevidence")),
                asker,
                CapturePolicy.DEFAULT.withChannels(List.of("teams")),
                "main",
                CaptureRequest.DEFAULT_PREFIX);
    }

    public static CaptureRequest web01() {
        return of(vm("web-01"), Duration.ofMinutes(1), Asker.person("alice", "resets"));
    }
}
