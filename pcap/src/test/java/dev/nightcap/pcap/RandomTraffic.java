package dev.nightcap.pcap;

import static dev.nightcap.pcap.Conversation.ACK;
import static dev.nightcap.pcap.Conversation.FIN;
import static dev.nightcap.pcap.Conversation.RST;
import static dev.nightcap.pcap.Conversation.SYN;

import java.util.Random;

/** Connections with loss, reordering, closed windows, resets and silence, the same for the same seed. */
final class RandomTraffic {
    private static final byte[] NOTHING = new byte[0];

    private final Random random;
    private final Conversation story = new Conversation();

    RandomTraffic(long seed) {
        random = new Random(seed);
    }

    Conversation connections(int count) {
        for (int i = 0; i < count; i++) {
            connection(i * 40, "10.1.0." + (1 + i % 200), 20_000 + i, "10.2.0." + (1 + i % 7));
        }
        return story;
    }

    private void connection(double start, String client, int port, String server) {
        int fate = random.nextInt(20);
        if (fate == 0) {
            story.tcp(start, client, port, server, 1433, SYN, 1000, 0, NOTHING)
                    .tcp(start + 1_000, client, port, server, 1433, SYN, 1000, 0, NOTHING);
            return;
        }
        if (fate == 1) {
            story.tcp(start, client, port, server, 1433, SYN, 1000, 0, NOTHING)
                    .tcp(start + 1, server, 1433, client, port, RST | ACK, 0, 1001, NOTHING);
            return;
        }
        story.handshake(start, client, port, server, 1433);
        double now = start + 2;
        int seq = 1001;
        int segments = 5 + random.nextInt(40);
        for (int i = 0; i < segments; i++) {
            int size = 100 + random.nextInt(1_300);
            now += 0.2 + random.nextInt(4);
            send(now, client, port, server, seq, size, i);
            seq += size;
            if (i % 2 == 1) {
                int window = random.nextInt(30) == 0 ? 0 : 60_000 + i;
                story.tcp(now + 0.1, server, 1433, client, port, ACK, 5001, seq, window, NOTHING);
            }
        }
        if (fate == 2) {
            story.tcp(now + 500, server, 1433, client, port, RST | ACK, 5001, seq, NOTHING);
            return;
        }
        story.tcp(now + 1, client, port, server, 1433, FIN | ACK, seq, 5001, NOTHING)
                .tcp(now + 2, server, 1433, client, port, FIN | ACK, 5001, seq + 1, NOTHING)
                .tcp(now + 3, client, port, server, 1433, ACK, seq + 1, 5002, NOTHING);
    }

    /** Once in a while: late by a moment, sent twice, sent again after a time-out, or after duplicate ACKs. */
    private void send(double now, String client, int port, String server, int seq, int size, int index) {
        byte[] data = new byte[size];
        switch (random.nextInt(25)) {
            case 0 ->
                story.tcp(now, client, port, server, 1433, ACK, seq, 5001, data)
                        .tcp(now + 220, client, port, server, 1433, ACK, seq, 5001, data);
            case 1 ->
                story.tcp(now, client, port, server, 1433, ACK, seq + size / 2, 5001, new byte[size - size / 2])
                        .tcp(now + 0.05, client, port, server, 1433, ACK, seq, 5001, new byte[size / 2]);
            case 2 -> {
                story.tcp(now, client, port, server, 1433, ACK, seq + size / 2, 5001, new byte[size - size / 2]);
                for (int i = 0; i < 3; i++) {
                    story.tcp(
                            now + 0.02 + i * 0.02, server, 1433, client, port, ACK, 5001, seq, 60_000 + index, NOTHING);
                }
                story.tcp(now + 0.1, client, port, server, 1433, ACK, seq, 5001, new byte[size / 2]);
            }
            default -> story.tcp(now, client, port, server, 1433, ACK, seq, 5001, data);
        }
    }
}
