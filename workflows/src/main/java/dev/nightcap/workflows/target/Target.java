package dev.nightcap.workflows.target;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.Optional;

/** What is captured. A closed set: each kind has an adapter of its own behind the ports. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = VirtualMachine.class, name = VirtualMachine.KIND),
    @JsonSubTypes.Type(value = ScaleSet.class, name = ScaleSet.KIND)
})
public sealed interface Target permits VirtualMachine, ScaleSet {
    /** The ARM id of the resource. */
    ResourceId id();

    /** The kind as people write it: {@code vm}, {@code scale-set}. */
    @JsonIgnore
    String kindName();

    /** The name by which people call it, for example {@code web-01}. */
    @JsonIgnore
    default String shortName() {
        return id().name();
    }

    /** Equal for two targets of which only one may be captured at a time. */
    @JsonIgnore
    default String key() {
        return id().key();
    }

    /**
     * The target that an ARM id names, or nothing where the type cannot be captured. An instance of a scale set is the
     * scale set narrowed to that instance.
     */
    static Optional<Target> of(ResourceId id) {
        return switch (id.type()) {
            case VirtualMachine.TYPE -> Optional.of(new VirtualMachine(id));
            case ScaleSet.TYPE -> Optional.of(ScaleSet.whole(id));
            case ScaleSet.INSTANCE_TYPE -> Optional.of(ScaleSet.instance(id));
            default -> Optional.empty();
        };
    }
}
