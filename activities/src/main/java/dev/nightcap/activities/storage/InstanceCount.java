package dev.nightcap.activities.storage;

import dev.nightcap.activities.azure.ArmDoor;
import dev.nightcap.activities.azure.AzureFaults;
import dev.nightcap.activities.azure.Refusal;
import dev.nightcap.workflows.target.ScaleSet;
import dev.nightcap.workflows.target.Target;
import java.util.Objects;

/** How many files a capture of a target should leave: one for each machine. */
final class InstanceCount {
    private final ArmDoor arm;

    InstanceCount(ArmDoor arm) {
        this.arm = arm;
    }

    /** 0 where nobody tells us. */
    int of(Target target) {
        if (!(target instanceof ScaleSet set)) {
            return 1;
        }
        return set.instances().isEmpty() ? all(set) : set.instances().size();
    }

    private int all(ScaleSet set) {
        try {
            return listed(set);
        } catch (Refusal refusal) {
            if (AzureFaults.isPassing(refusal.answer())) {
                throw refusal;
            }
            return 0;
        }
    }

    private int listed(ScaleSet set) {
        return Objects.requireNonNull(
                        arm.list(set.id() + "/virtualMachines?api-version=2024-07-01")
                                .block(),
                        "a list, or a failure")
                .size();
    }
}
