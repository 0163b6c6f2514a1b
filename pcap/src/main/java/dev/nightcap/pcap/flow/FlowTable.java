package dev.nightcap.pcap.flow;

import dev.nightcap.pcap.packet.Packet;
import java.util.Arrays;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The connections that are being followed. At the bound, of eight in turn the one that is closed, or was silent
 * longest, is retired with what is known of it; should it speak again, it counts as another connection.
 */
final class FlowTable {
    /** About 250 bytes each. */
    static final int MOST = 1 << 17;

    private static final int SAMPLE = 8;

    private final int most;
    private final Consumer<Flow> retire;
    private Flow[] slots = new Flow[1024];
    private @Nullable Flow[] buckets = new @Nullable Flow[2048];
    private int size;
    private int hand;
    private long retiredOpen;

    FlowTable(int most, Consumer<Flow> retire) {
        this.most = most;
        this.retire = retire;
    }

    @Nullable
    Flow find(Packet packet, int hash) {
        Flow flow = buckets[hash & buckets.length - 1];
        while (flow != null && (flow.hash != hash || !(flow.isFromA(packet) || flow.isFromB(packet)))) {
            flow = flow.next;
        }
        return flow;
    }

    /** The same for both directions. */
    int hash(Packet packet) {
        int one = Scatter.hash(packet.sourceHigh, packet.sourceLow, packet.sourcePort);
        int two = Scatter.hash(packet.targetHigh, packet.targetLow, packet.targetPort);
        return one + two;
    }

    void add(Flow flow) {
        if (size == most) {
            place(flow, evict());
        } else {
            if (size == slots.length) {
                grow();
            }
            place(flow, size++);
        }
    }

    /** Puts {@code flow} in the place of {@code old}, which is retired. */
    void replace(Flow old, Flow flow) {
        retire.accept(old);
        unlink(old);
        place(flow, old.slot);
    }

    /** Retires all. */
    void close() {
        for (int i = 0; i < size; i++) {
            retire.accept(slots[i]);
        }
        size = 0;
    }

    /** Connections that had to be retired while they were open. */
    long retiredOpen() {
        return retiredOpen;
    }

    private int evict() {
        int free = hand;
        for (int i = 0; i < SAMPLE; i++) {
            free = slots[hand].idlesBefore(slots[free]) ? hand : free;
            hand = (hand + 1) % size;
        }
        Flow old = slots[free];
        retiredOpen += old.isClosed() ? 0 : 1;
        retire.accept(old);
        unlink(old);
        return free;
    }

    private void place(Flow flow, int slot) {
        flow.slot = slot;
        slots[slot] = flow;
        link(flow);
    }

    private void link(Flow flow) {
        int bucket = flow.hash & buckets.length - 1;
        flow.next = buckets[bucket];
        buckets[bucket] = flow;
    }

    private void unlink(Flow old) {
        int bucket = old.hash & buckets.length - 1;
        Flow at = buckets[bucket];
        if (at == old) {
            buckets[bucket] = old.next;
            return;
        }
        while (at != null && at.next != old) {
            at = at.next;
        }
        if (at != null) {
            at.next = old.next;
        }
    }

    private void grow() {
        slots = Arrays.copyOf(slots, Math.min(most, size * 2));
        buckets = new @Nullable Flow[slots.length * 2];
        for (int i = 0; i < size; i++) {
            link(slots[i]);
        }
    }
}
