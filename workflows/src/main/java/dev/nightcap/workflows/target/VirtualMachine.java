package dev.nightcap.workflows.target;

/** A virtual machine; {@code id} has the type {@value #TYPE}. */
public record VirtualMachine(ResourceId id) implements Target {
    static final String KIND = "vm";
    static final String TYPE = "microsoft.compute/virtualmachines";

    public VirtualMachine {
        if (!id.type().equals(TYPE)) {
            throw new IllegalArgumentException("not a virtual machine: its type is " + id.type());
        }
    }

    @Override
    public String kindName() {
        return KIND;
    }
}
