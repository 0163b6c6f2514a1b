package dev.nightcap.workflows.target;

import java.util.List;

/**
 * A virtual machine scale set.
 *
 * @param id of the type {@value #TYPE}
 * @param instances the instance numbers to capture, in ascending order; empty means all
 */
public record ScaleSet(ResourceId id, List<String> instances) implements Target {
    static final String KIND = "scale-set";
    static final String TYPE = "microsoft.compute/virtualmachinescalesets";
    static final String INSTANCE_TYPE = TYPE + "/virtualmachines";

    public ScaleSet {
        if (!id.type().equals(TYPE)) {
            throw new IllegalArgumentException("not a scale set: its type is " + id.type());
        }
        instances = instances.stream().distinct().sorted().toList();
        for (String instance : instances) {
            if (!instance.matches("\\d{1,9}")) {
                throw new IllegalArgumentException("an instance of a scale set is a number, such as 0 or 12");
            }
        }
    }

    static ScaleSet whole(ResourceId id) {
        return new ScaleSet(id, List.of());
    }

    static ScaleSet instance(ResourceId instance) {
        return new ScaleSet(instance.parent(), List.of(instance.name()));
    }

    @Override
    public String kindName() {
        return KIND;
    }

    @Override
    public String key() {
        return instances.isEmpty() ? id.key() : id.key() + "#" + String.join(",", instances);
    }
}
