package dev.nightcap.pcap.flow;

import dev.nightcap.pcap.packet.Addresses;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Resets by sender; at most {@value #MOST} senders are told apart. */
final class ResetLedger {
    private static final int MOST = 256;

    private final Map<Key, Sender> senders = new HashMap<>();

    private record Key(long high, long low) {}

    private record Sender(Counter connections, Histogram idle) {}

    void add(long high, long low, long packet, long nanos, long idleNanos) {
        Key key = new Key(high, low);
        Sender sender = senders.get(key);
        if (sender == null && senders.size() < MOST) {
            sender = new Sender(new Counter(), new Histogram());
            senders.put(key, sender);
        }
        if (sender != null) {
            sender.connections.add(packet, nanos);
            sender.idle.add(idleNanos);
        }
    }

    /** Most resets first. */
    List<ResetFacts> facts() {
        return senders.entrySet().stream()
                .map(entry -> new ResetFacts(
                        Addresses.text(entry.getKey().high, entry.getKey().low),
                        entry.getValue().connections.tally(),
                        entry.getValue().idle.latency()))
                .sorted(Comparator.comparingLong(
                                (ResetFacts facts) -> facts.connections().count())
                        .reversed())
                .toList();
    }
}
