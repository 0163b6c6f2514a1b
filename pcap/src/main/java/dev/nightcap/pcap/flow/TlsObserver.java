package dev.nightcap.pcap.flow;

import dev.nightcap.pcap.packet.Bytes;
import dev.nightcap.pcap.packet.Packet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Looks at payloads that start like a TLS record: hellos and alerts in the clear. */
final class TlsObserver {
    private static final int NAMES = 10;
    private static final int WATCHED_NAMES = 10_000;

    private final Counter unanswered = new Counter();
    private final Counter alerts = new Counter();
    private final Counter oldVersions = new Counter();
    private final Map<Flow, String> names = new LinkedHashMap<>();
    private final Map<String, Boolean> unansweredNames = new LinkedHashMap<>();
    private long clientHellos;

    /** {@code packet} carries data that was not seen before. */
    void data(Flow flow, boolean fromClient, Packet packet) {
        byte[] bytes = packet.bytes;
        int at = packet.payload;
        if (packet.payloadCaptured < 6 || bytes[at + 1] != 3 || Bytes.u8(bytes, at + 2) > 4) {
            return;
        }
        if (bytes[at] == 22 && bytes[at + 5] == 1 && fromClient) {
            clientHello(flow, packet);
        } else if (bytes[at] == 22 && bytes[at + 5] == 2 && !fromClient && packet.payloadCaptured >= 11) {
            flow.helloAnswered = true;
            names.remove(flow);
            if (bytes[at + 9] == 3 && Bytes.u8(bytes, at + 10) < 3) {
                oldVersions.add(packet.number, packet.nanos);
            }
        } else if (bytes[at] == 21 && Bytes.u16(bytes, at + 3) == 2 && bytes[at + 5] == 2) {
            alerts.add(packet.number, packet.nanos);
        }
    }

    void retire(Flow flow, long graceStart) {
        if (flow.helloSent && flow.helloNanos <= graceStart && !flow.helloAnswered && flow.serverSide().seen) {
            unanswered.add(flow.helloPacket, flow.helloNanos);
            String name = names.get(flow);
            if (name != null && unansweredNames.size() < NAMES) {
                unansweredNames.put(name, true);
            }
        }
        if (flow.helloSent) {
            names.remove(flow);
        }
    }

    TlsFacts facts() {
        return new TlsFacts(
                clientHellos,
                unanswered.tally(),
                alerts.tally(),
                oldVersions.tally(),
                List.copyOf(unansweredNames.keySet()));
    }

    private void clientHello(Flow flow, Packet packet) {
        if (flow.helloSent) {
            return;
        }
        clientHellos++;
        flow.helloSent = true;
        flow.helloPacket = packet.number;
        flow.helloNanos = packet.nanos;
        String name = serverName(packet.bytes, packet.payload, packet.payload + packet.payloadCaptured);
        if (!name.isEmpty() && names.size() < WATCHED_NAMES) {
            names.put(flow, name);
        }
    }

    /** The server_name extension of a ClientHello; empty where there is none or it was not captured. */
    static String serverName(byte[] bytes, int start, int end) {
        int at = start + 5 + 4 + 2 + 32;
        if (at + 1 > end) {
            return "";
        }
        at += 1 + Bytes.u8(bytes, at);
        if (at + 2 > end) {
            return "";
        }
        at += 2 + Bytes.u16(bytes, at);
        if (at + 1 > end) {
            return "";
        }
        at += 1 + Bytes.u8(bytes, at) + 2;
        while (at + 9 <= end) {
            int size = Bytes.u16(bytes, at + 2);
            if (Bytes.u16(bytes, at) == 0) {
                StringBuilder name = new StringBuilder();
                int nameEnd = Math.min(end, at + 9 + Bytes.u16(bytes, at + 7));
                for (int i = at + 9; i < nameEnd; i++) {
                    HostName.append(name, Bytes.u8(bytes, i));
                }
                return name.toString();
            }
            at += 4 + size;
        }
        return "";
    }
}
