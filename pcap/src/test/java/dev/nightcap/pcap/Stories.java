package dev.nightcap.pcap;

import static dev.nightcap.pcap.Conversation.ACK;
import static dev.nightcap.pcap.Conversation.FIN;
import static dev.nightcap.pcap.Conversation.PSH;
import static dev.nightcap.pcap.Conversation.RST;
import static dev.nightcap.pcap.Conversation.SYN;

/** Traffic whose facts are known, because it was written so. */
public final class Stories {
    public static final String WEB = "10.1.0.4";
    public static final String SQL = "10.2.0.4";
    public static final String DNS = "168.63.129.16";
    public static final byte[] NOTHING = new byte[0];

    private Stories() {}

    /** Of 10 connections to the database 3 get no SYN-ACK, each SYN sent again twice. */
    public static Conversation no_answer() {
        Conversation story = new Conversation();
        for (int i = 0; i < 10; i++) {
            double at = i * 100;
            if (i % 4 == 1) {
                for (int wait : new int[] {0, 1_000, 3_000}) {
                    story.tcp(at + wait, WEB, 40_000 + i, SQL, 1433, SYN, 1000, 0, NOTHING);
                }
            } else {
                talk(story, at, 40_000 + i);
            }
        }
        return story;
    }

    /** Five connections that the database resets after 240 s without a packet. */
    public static Conversation idle_resets() {
        Conversation story = new Conversation();
        for (int i = 0; i < 5; i++) {
            double at = i * 100;
            int port = 41_000 + i;
            story.handshake(at, WEB, port, SQL, 1433)
                    .tcp(at + 5, WEB, port, SQL, 1433, PSH | ACK, 1001, 5001, new byte[100])
                    .tcp(at + 6, SQL, 1433, WEB, port, ACK, 5001, 1101, NOTHING)
                    .tcp(at + 240_006, SQL, 1433, WEB, port, RST | ACK, 5001, 1101, NOTHING);
        }
        return story;
    }

    /** Four connections refused, two of them after a second try. */
    public static Conversation refused() {
        Conversation story = new Conversation();
        for (int i = 0; i < 4; i++) {
            story.tcp(i * 10, WEB, 42_000 + i, SQL, 1433, SYN, 1000, 0, NOTHING)
                    .tcp(i * 10 + 1, SQL, 1433, WEB, 42_000 + i, RST | ACK, 0, 1001, NOTHING);
        }
        for (int i = 0; i < 2; i++) {
            story.tcp(i * 10 + 500, WEB, 42_000 + i, SQL, 1433, SYN, 1000, 0, NOTHING)
                    .tcp(i * 10 + 501, SQL, 1433, WEB, 42_000 + i, RST | ACK, 0, 1001, NOTHING);
        }
        return story;
    }

    /** 6 questions: 2 answered, 1 unknown, 1 server failure, 2 without an answer, one of these sent again. */
    public static Conversation dns() {
        Conversation story = new Conversation();
        for (int i = 0; i < 6; i++) {
            String name = "host" + i + ".night.example";
            story.udp(i * 10, WEB, 50_000 + i, DNS, 53, Conversation.dns(i, -1, name));
            if (i < 4) {
                int rcode = i == 2 ? 3 : i == 3 ? 2 : 0;
                story.udp(i * 10 + 2, DNS, 53, WEB, 50_000 + i, Conversation.dns(i, rcode, name));
            }
        }
        return story.udp(5_000, WEB, 50_005, DNS, 53, Conversation.dns(5, -1, "host5.night.example"));
    }

    /** Three hellos: one answered, one not, one answered with TLS 1.0. */
    public static Conversation tls() {
        Conversation story = new Conversation();
        for (int i = 0; i < 3; i++) {
            int port = 43_000 + i;
            byte[] hello = Conversation.clientHello("shop" + i + ".example");
            story.handshake(i * 10, WEB, port, SQL, 443)
                    .tcp(i * 10 + 2, WEB, port, SQL, 443, PSH | ACK, 1001, 5001, hello)
                    .tcp(i * 10 + 3, SQL, 443, WEB, port, ACK, 5001, 1001 + hello.length, NOTHING);
            if (i != 1) {
                byte[] answer = Conversation.serverHello(i == 2 ? 0x0301 : 0x0303);
                story.tcp(i * 10 + 4, SQL, 443, WEB, port, PSH | ACK, 5001, 1001 + hello.length, answer);
            }
        }
        return story;
    }

    /** One connection of 40 segments, 4 of them sent again after 200 ms, one out of order, and a closed window. */
    public static Conversation loss() {
        Conversation story = new Conversation().handshake(0, WEB, 44_000, SQL, 1433);
        for (int i = 0; i < 40; i++) {
            double at = 10 + i * 300;
            int seq = 1001 + i * 1_000;
            if (i == 20) {
                story.tcp(at + 0.5, WEB, 44_000, SQL, 1433, ACK, seq, 5001, new byte[1_000]);
            } else {
                story.tcp(at, WEB, 44_000, SQL, 1433, ACK, seq, 5001, new byte[1_000]);
            }
            if (i == 20) {
                i++;
                story.tcp(at, WEB, 44_000, SQL, 1433, ACK, seq + 1_000, 5001, new byte[1_000]);
            }
            if (i % 10 == 3) {
                story.tcp(at + 200, WEB, 44_000, SQL, 1433, ACK, seq, 5001, new byte[1_000]);
            }
            story.tcp(
                    at + 250,
                    SQL,
                    1433,
                    WEB,
                    44_000,
                    ACK,
                    5001,
                    1001 + (i + 1) * 1_000,
                    i == 30 ? 0 : 60_000 + i,
                    NOTHING);
        }
        return story;
    }

    /** Connections that open, talk and close, and questions that are answered. */
    public static Conversation healthy() {
        Conversation story = new Conversation();
        for (int i = 0; i < 20; i++) {
            talk(story, i * 500, 45_000 + i);
            story.udp(i * 500 + 100, WEB, 51_000 + i, DNS, 53, Conversation.dns(i, -1, "sql.night.example"));
            story.udp(i * 500 + 102, DNS, 53, WEB, 51_000 + i, Conversation.dns(i, 0, "sql.night.example"));
        }
        return story;
    }

    private static void talk(Conversation story, double at, int port) {
        story.handshake(at, WEB, port, SQL, 1433)
                .tcp(at + 2, WEB, port, SQL, 1433, PSH | ACK, 1001, 5001, new byte[200])
                .tcp(at + 4, SQL, 1433, WEB, port, PSH | ACK, 5001, 1201, new byte[300])
                .tcp(at + 5, WEB, port, SQL, 1433, FIN | ACK, 1201, 5301, NOTHING)
                .tcp(at + 6, SQL, 1433, WEB, port, FIN | ACK, 5301, 1202, NOTHING)
                .tcp(at + 7, WEB, port, SQL, 1433, ACK, 1202, 5302, NOTHING);
    }
}
