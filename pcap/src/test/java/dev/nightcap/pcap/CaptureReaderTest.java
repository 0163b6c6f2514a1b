package dev.nightcap.pcap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nightcap.pcap.flow.ResetFacts;
import dev.nightcap.pcap.flow.ServerFacts;
import dev.nightcap.pcap.flow.Sighting;
import dev.nightcap.pcap.flow.TcpFacts;
import dev.nightcap.pcap.format.CaptureFormat;
import java.nio.ByteOrder;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class CaptureReaderTest {
    private static final Instant START = Instant.ofEpochSecond(0, Conversation.START);

    @Test
    void counts_connections_without_answer_by_destination() {
        TcpFacts tcp = read(Stories.no_answer()).tcp();
        assertThat(tcp.connections()).isEqualTo(10);
        assertThat(tcp.syn()).isEqualTo(7 + 9);
        assertThat(tcp.attempts()).isEqualTo(10);
        assertThat(tcp.unanswered().count()).isEqualTo(3);
        assertThat(tcp.unanswered().first()).isEqualTo(new Sighting(9, START.plusMillis(100)));
        ServerFacts server = tcp.servers().get(0);
        assertThat(server.endpoint()).hasToString("10.2.0.4:1433");
        assertThat(server.unanswered()).isEqualTo(tcp.unanswered());
        assertThat(tcp.retransmissions().count()).as("SYNs sent again").isEqualTo(6);
    }

    @Test
    void blames_nobody_for_what_was_asked_just_before_the_end() {
        Conversation story = Stories.healthy()
                .tcp(9_601, Stories.WEB, 46_000, Stories.SQL, 1433, Conversation.SYN, 1, 0, Stories.NOTHING)
                .udp(9_602, Stories.WEB, 52_000, Stories.DNS, 53, Conversation.dns(9, -1, "late.example"));
        CaptureFacts facts = read(story);
        assertThat(facts.tcp().pending()).isEqualTo(1);
        assertThat(facts.tcp().unanswered().count()).isZero();
        assertThat(facts.dns().pending()).isEqualTo(1);
        assertThat(facts.dns().unanswered().count()).isZero();
    }

    @Test
    void blames_nobody_when_there_are_more_connections_than_are_kept() {
        Conversation story = new Conversation();
        for (int i = 0; i < 140_000; i++) {
            story.handshake(
                    i * 0.01, "10." + (i >> 16) + "." + (i >> 8 & 255) + "." + (i & 255), 40_000, Stories.SQL, 443);
        }
        TcpFacts tcp = read(story).tcp();
        assertThat(tcp.connections()).isEqualTo(140_000);
        assertThat(tcp.unanswered().count() + tcp.pending()).isZero();
        assertThat(tcp.overflow()).isEqualTo(140_000 - 131_072);
    }

    @Test
    void tells_who_reset_and_after_what_idle_time() {
        TcpFacts tcp = read(Stories.idle_resets()).tcp();
        assertThat(tcp.rst().count()).isEqualTo(5);
        assertThat(tcp.resets()).singleElement().satisfies(resets -> {
            assertThat(resets.sender()).isEqualTo("10.2.0.4");
            assertThat(resets.connections().count()).isEqualTo(5);
            assertThat(resets.idle().p50()).isCloseTo(Duration.ofMinutes(4), Duration.ofSeconds(5));
            assertThat(resets.idle().max()).isEqualTo(Duration.ofMinutes(4));
        });
    }

    @Test
    void counts_a_refused_connection_once_however_often_it_was_tried() {
        TcpFacts tcp = read(Stories.refused()).tcp();
        assertThat(tcp.refused().count()).isEqualTo(4);
        assertThat(tcp.unanswered().count()).isZero();
        assertThat(tcp.resets()).extracting(ResetFacts::sender).isEmpty();
        assertThat(tcp.rst().count()).isEqualTo(6);
    }

    @Test
    void matches_dns_responses_with_questions() {
        var dns = read(Stories.dns()).dns();
        assertThat(dns.queries()).isEqualTo(7);
        assertThat(dns.questions()).isEqualTo(6);
        assertThat(dns.responses()).isEqualTo(4);
        assertThat(dns.unanswered().count()).isEqualTo(2);
        assertThat(dns.nxdomain().count()).isEqualTo(1);
        assertThat(dns.servfail().count()).isEqualTo(1);
        assertThat(dns.latency().max()).isEqualTo(Duration.ofMillis(2));
        assertThat(dns.silentServers()).containsExactly(Stories.DNS);
        assertThat(dns.unansweredNames()).containsExactly("host4.night.example", "host5.night.example");
        assertThat(dns.failedNames()).containsExactly("host2.night.example", "host3.night.example");
    }

    @Test
    void finds_hellos_without_answer_and_old_versions() {
        var tls = read(Stories.tls()).tls();
        assertThat(tls.clientHellos()).isEqualTo(3);
        assertThat(tls.unanswered().count()).isEqualTo(1);
        assertThat(tls.unansweredNames()).containsExactly("shop1.example");
        assertThat(tls.oldVersions().count()).isEqualTo(1);
    }

    @Test
    void tells_segments_sent_again_from_reordered_ones() {
        TcpFacts tcp = read(Stories.loss()).tcp();
        assertThat(tcp.retransmissions().count()).isEqualTo(4);
        assertThat(tcp.outOfOrder().count()).isEqualTo(1);
        assertThat(tcp.lostSegments().count()).isEqualTo(1);
        assertThat(tcp.zeroWindow().count()).isEqualTo(1);
    }

    @Test
    void finds_nothing_wrong_where_nothing_is() {
        CaptureFacts facts = read(Stories.healthy());
        assertThat(facts.tcp().unanswered().count()).isZero();
        assertThat(facts.tcp().retransmissions().count()).isZero();
        assertThat(facts.tcp().duplicateAcks().count()).isZero();
        assertThat(facts.tcp().resets()).isEmpty();
        assertThat(facts.tcp().handshake().count()).isEqualTo(20);
        assertThat(facts.tcp().handshake().max()).isEqualTo(Duration.ofMillis(1));
        assertThat(facts.dns().unanswered().count()).isZero();
    }

    @Test
    void reads_the_same_facts_from_every_format_but_for_the_file_itself() {
        List<Frame> frames = Stories.no_answer().frames();
        CaptureFacts expected = CaptureBytes.read(CaptureBytes.pcap(frames));
        for (ByteOrder order : List.of(ByteOrder.BIG_ENDIAN, ByteOrder.LITTLE_ENDIAN)) {
            for (byte[] file : List.of(
                    CaptureBytes.pcap(frames, order, false, 262_144),
                    CaptureBytes.pcap(frames, order, true, 262_144),
                    CaptureBytes.pcapng(frames, order))) {
                CaptureFacts facts = CaptureBytes.read(file);
                assertThat(facts)
                        .usingRecursiveComparison()
                        .ignoringFields("format", "bytes")
                        .isEqualTo(expected);
                assertThat(facts.bytes()).isEqualTo(file.length);
            }
        }
        assertThat(expected.first()).isEqualTo(START);
        assertThat(expected.linkTypes()).containsExactly("ethernet");
    }

    @Test
    void says_of_a_file_cut_anywhere_that_it_is_cut_and_keeps_what_came_before() {
        List<Frame> frames = Stories.no_answer().frames();
        for (byte[] file : List.of(CaptureBytes.pcap(frames), CaptureBytes.pcapng(frames, ByteOrder.BIG_ENDIAN))) {
            long whole = CaptureBytes.read(file).packets();
            assertThat(whole).isEqualTo(frames.size());
            long before = 0;
            int notCut = 0;
            for (int length = 24; length < file.length; length++) {
                CaptureFacts facts = CaptureBytes.read(Arrays.copyOf(file, length));
                assertThat(facts.packets()).isBetween(before, before + 1);
                assertThat(facts.damage()).isNull();
                assertThat(facts.bytes()).isEqualTo(length);
                notCut += facts.truncated() ? 0 : 1;
                before = facts.packets();
            }
            assertThat(notCut).as("cuts between records").isBetween(frames.size(), frames.size() + 3);
        }
    }

    @Test
    void counts_the_bytes_of_a_file_it_cannot_read() {
        assertThat(CaptureBytes.read(new byte[0]).format()).isEqualTo(CaptureFormat.EMPTY);
        byte[] text = "this is no capture file".getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        CaptureFacts facts = CaptureBytes.read(text);
        assertThat(facts.format()).isEqualTo(CaptureFormat.UNKNOWN);
        assertThat(facts.bytes()).isEqualTo(text.length);
    }

    @Test
    void counts_packets_that_were_cut_by_a_snap_length_and_still_knows_their_payload() {
        CaptureFacts facts =
                CaptureBytes.read(CaptureBytes.pcap(Stories.loss().frames(), ByteOrder.LITTLE_ENDIAN, false, 60));
        assertThat(facts.snapped()).isEqualTo(44);
        assertThat(facts.tcp().retransmissions().count()).isEqualTo(4);
    }

    @Test
    void survives_any_mutation() {
        Random random = new Random(20_261_121);
        List<byte[]> files = List.of(
                CaptureBytes.pcap(Stories.tls().frames()),
                CaptureBytes.pcap(Stories.dns().frames(), ByteOrder.BIG_ENDIAN, true, 200),
                CaptureBytes.pcapng(Stories.no_answer().frames(), ByteOrder.LITTLE_ENDIAN));
        for (int round = 0; round < 10_000; round++) {
            byte[] file = files.get(round % files.size()).clone();
            for (int i = random.nextInt(8); i >= 0; i--) {
                file[random.nextInt(file.length)] = (byte) random.nextInt();
            }
            CaptureFacts facts = CaptureBytes.read(Arrays.copyOf(file, random.nextInt(file.length) + 1));
            assertThat(facts.packets()).isBetween(0L, 200L);
        }
    }

    private static CaptureFacts read(Conversation story) {
        return CaptureBytes.read(CaptureBytes.pcap(story.frames()));
    }
}
