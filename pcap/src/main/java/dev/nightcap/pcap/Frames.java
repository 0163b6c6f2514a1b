package dev.nightcap.pcap;

import dev.nightcap.pcap.flow.Traffic;
import dev.nightcap.pcap.format.FrameSink;
import dev.nightcap.pcap.format.LinkTypes;
import dev.nightcap.pcap.packet.LinkDecoder;
import dev.nightcap.pcap.packet.Packet;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Counts frames, decodes each into the one packet at hand, and passes it on. */
final class Frames implements FrameSink {
    private static final int LINK_TYPES = 16;

    private final LinkDecoder decoder = new LinkDecoder();
    private final Packet packet = new Packet();
    private final Traffic traffic;
    private final Set<Integer> linkTypes = new LinkedHashSet<>();
    private int lastLinkType = -1;
    private long snapped;
    private long first = Long.MAX_VALUE;
    private long last = Long.MIN_VALUE;

    Frames(Traffic traffic) {
        this.traffic = traffic;
    }

    @Override
    public void frame(byte[] bytes, int offset, int captured, long original, int linkType, long nanos) {
        packet.number++;
        if (nanos != NO_TIME) {
            packet.nanos = nanos;
            first = Math.min(first, nanos);
            last = Math.max(last, nanos);
        }
        if (captured < original) {
            snapped++;
        }
        if (linkType != lastLinkType) {
            lastLinkType = linkType;
            if (linkTypes.size() < LINK_TYPES) {
                linkTypes.add(linkType);
            }
        }
        decoder.decode(bytes, offset, captured, linkType, packet);
        traffic.packet(packet);
    }

    long packets() {
        return packet.number;
    }

    long snapped() {
        return snapped;
    }

    List<String> linkTypes() {
        return linkTypes.stream().map(LinkTypes::name).toList();
    }

    @Nullable
    Instant first() {
        return last == Long.MIN_VALUE ? null : instant(first);
    }

    @Nullable
    Instant last() {
        return last == Long.MIN_VALUE ? null : instant(last);
    }

    private static Instant instant(long nanos) {
        return Instant.ofEpochSecond(Math.floorDiv(nanos, 1_000_000_000L), Math.floorMod(nanos, 1_000_000_000L));
    }
}
