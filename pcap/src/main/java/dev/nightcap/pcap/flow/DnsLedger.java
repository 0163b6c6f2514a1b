package dev.nightcap.pcap.flow;

import dev.nightcap.pcap.packet.Addresses;
import dev.nightcap.pcap.packet.Bytes;
import dev.nightcap.pcap.packet.Packet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Matches DNS responses with questions. Beyond {@value #MOST} open questions the oldest is taken for unanswered. */
final class DnsLedger {
    private static final int PORT = 53;
    private static final int MOST = 65_536;
    private static final int NAMES = 10;
    private static final int SERVERS = 1_024;
    private static final long SLOW_NANOS = 1_000_000_000L;

    private final Map<Key, Question> open = new LinkedHashMap<>();
    private final Map<String, Counter> silent = new HashMap<>();
    private final Set<String> unansweredNames = new LinkedHashSet<>();
    private final Set<String> failedNames = new LinkedHashSet<>();
    private final Counter unanswered = new Counter();
    private final Counter nxdomain = new Counter();
    private final Counter servfail = new Counter();
    private final Counter otherErrors = new Counter();
    private final Counter slow = new Counter();
    private final Histogram latency = new Histogram();
    private long queries;
    private long responses;
    private long questions;
    private long pending;

    private record Key(long clientHigh, long clientLow, long serverHigh, long serverLow, int portAndId) {
        @Override
        public int hashCode() {
            return Scatter.hash(clientHigh, clientLow, portAndId) + Scatter.hash(serverHigh, serverLow, 0);
        }
    }

    private record Question(long packet, long nanos, String name) {}

    void packet(Packet packet) {
        if ((packet.sourcePort != PORT && packet.targetPort != PORT) || packet.payloadCaptured < 12) {
            return;
        }
        int id = Bytes.u16(packet.bytes, packet.payload);
        boolean response = (packet.bytes[packet.payload + 2] & 0x80) != 0;
        if (response) {
            response(packet, id);
        } else {
            query(packet, id);
        }
    }

    private void query(Packet packet, int id) {
        queries++;
        Key key = new Key(
                packet.sourceHigh, packet.sourceLow, packet.targetHigh, packet.targetLow, packet.sourcePort << 16 | id);
        if (open.containsKey(key)) {
            return;
        }
        questions++;
        if (open.size() == MOST) {
            Iterator<Map.Entry<Key, Question>> oldest = open.entrySet().iterator();
            Map.Entry<Key, Question> entry = oldest.next();
            leave(entry.getKey(), entry.getValue());
            oldest.remove();
        }
        open.put(key, new Question(packet.number, packet.nanos, name(packet)));
    }

    private void response(Packet packet, int id) {
        responses++;
        Question question = open.remove(new Key(
                packet.targetHigh,
                packet.targetLow,
                packet.sourceHigh,
                packet.sourceLow,
                packet.targetPort << 16 | id));
        int code = packet.bytes[packet.payload + 3] & 15;
        if (code != 0) {
            Counter counter = code == 3 ? nxdomain : code == 2 ? servfail : otherErrors;
            counter.add(packet.number, packet.nanos);
            remember(failedNames, name(packet));
        }
        if (question != null) {
            latency.add(packet.nanos - question.nanos);
            if (packet.nanos - question.nanos >= SLOW_NANOS) {
                slow.add(question.packet, question.nanos);
            }
        }
    }

    private void leave(Key key, Question question) {
        unanswered.add(question.packet, question.nanos);
        remember(unansweredNames, question.name);
        String server = Addresses.text(key.serverHigh, key.serverLow);
        if (silent.size() < SERVERS || silent.containsKey(server)) {
            silent.computeIfAbsent(server, s -> new Counter()).add(question.packet, question.nanos);
        }
    }

    private static void remember(Set<String> names, String name) {
        if (names.size() < NAMES && !name.isEmpty()) {
            names.add(name);
        }
    }

    /** The first question's name; empty where there is none, it is compressed or was not captured. */
    private static String name(Packet packet) {
        StringBuilder name = new StringBuilder();
        int end = packet.payload + packet.payloadCaptured;
        int at = packet.payload + 12;
        while (at < end && name.length() < HostName.MOST) {
            int length = Bytes.u8(packet.bytes, at);
            if (length == 0 || length > 63 || at + 1 + length > end) {
                break;
            }
            if (!name.isEmpty()) {
                name.append('.');
            }
            for (int i = 0; i < length; i++) {
                HostName.append(name, Bytes.u8(packet.bytes, at + 1 + i));
            }
            at += 1 + length;
        }
        return name.toString();
    }

    /** What is open now stays without an answer. */
    void close(long endNanos) {
        long graceStart = Grace.start(endNanos, latency.latency());
        open.forEach((key, question) -> {
            if (question.nanos > graceStart) {
                pending++;
            } else {
                leave(key, question);
            }
        });
        open.clear();
    }

    DnsFacts facts() {
        List<String> servers = silent.entrySet().stream()
                .sorted(Comparator.comparingLong((Map.Entry<String, Counter> entry) ->
                                entry.getValue().count())
                        .reversed())
                .limit(NAMES)
                .map(Map.Entry::getKey)
                .toList();
        return new DnsFacts(
                queries,
                responses,
                questions,
                unanswered.tally(),
                pending,
                nxdomain.tally(),
                servfail.tally(),
                otherErrors.tally(),
                slow.tally(),
                latency.latency(),
                servers,
                List.copyOf(unansweredNames),
                List.copyOf(failedNames));
    }
}
