package dev.nightcap.pcap.flow;

import org.jspecify.annotations.Nullable;

/** A count and its first occurrence, which is null exactly when the count is 0. */
public record Tally(long count, @Nullable Sighting first) {
    public static final Tally NONE = new Tally(0, null);
}
