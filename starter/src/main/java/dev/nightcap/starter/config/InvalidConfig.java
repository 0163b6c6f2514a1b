package dev.nightcap.starter.config;

import java.util.List;

/** The configuration cannot be used; says everything that is wrong with it, not only the first thing. */
public final class InvalidConfig extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<String> faults;

    /** @param faults each a sentence that names its key and where it stands; at least one */
    public InvalidConfig(List<String> faults) {
        super(String.join("; ", faults));
        this.faults = List.copyOf(faults);
    }

    public List<String> faults() {
        return faults;
    }
}
