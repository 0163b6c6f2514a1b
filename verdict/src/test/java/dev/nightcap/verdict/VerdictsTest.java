package dev.nightcap.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nightcap.pcap.CaptureBytes;
import dev.nightcap.pcap.Conversation;
import dev.nightcap.pcap.Stories;
import dev.nightcap.verdict.rules.Finding;
import dev.nightcap.verdict.rules.Severity;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

final class VerdictsTest {
    @Test
    void names_the_destination_that_does_not_answer() {
        Verdict verdict = of(Stories.no_answer());
        assertThat(verdict.sentence()).startsWith("3 of 10 connections to 10.2.0.4:1433 got no SYN-ACK");
        Finding first = verdict.findings().get(0);
        assertThat(first.severity()).isEqualTo(Severity.ERROR);
        assertThat(first.code()).isEqualTo("tcp-syn-unanswered");
        assertThat(first.count()).isEqualTo(3);
        assertThat(first.firstPacket()).isEqualTo(9);
        assertThat(first.at())
                .isEqualTo(Instant.ofEpochSecond(0, Conversation.START).plusMillis(100));
        assertThat(first.filter()).isEqualTo("ip.dst==10.2.0.4 && tcp.dstport==1433 && tcp.completeness==1");
    }

    @Test
    void names_the_sender_of_resets_and_the_timer_behind_them() {
        assertThat(of(Stories.idle_resets()).sentence())
                .matches("5 connections reset, RST sent by 10\\.2\\.0\\.4 after about 2[34]\\d s idle,"
                        + " Azure's default idle timeout");
    }

    @Test
    void does_not_blame_a_timer_for_resets_in_mid_talk() {
        Conversation story = new Conversation()
                .handshake(0, Stories.WEB, 40_000, Stories.SQL, 1433)
                .tcp(3, Stories.SQL, 1433, Stories.WEB, 40_000, Conversation.RST, 5001, 0, Stories.NOTHING);
        assertThat(of(story).sentence()).isEqualTo("1 connection reset, RST sent by 10.2.0.4");
    }

    @Test
    void tells_refused_connections_from_unanswered_ones() {
        assertThat(of(Stories.refused()).sentence())
                .startsWith("4 of 4 connections to 10.2.0.4:1433 refused (RST in answer to the SYN)");
    }

    @Test
    void names_the_silent_resolver_and_what_it_was_asked() {
        Verdict verdict = of(Stories.dns());
        assertThat(verdict.sentence())
                .startsWith(
                        "2 of 6 DNS questions got no answer from 168.63.129.16 (Azure's resolver), asked for host4.night.example");
        assertThat(codes(verdict)).contains("dns-unanswered", "dns-servfail", "dns-nxdomain");
    }

    @Test
    void finds_the_hello_without_answer_and_the_old_version() {
        Verdict verdict = of(Stories.tls());
        assertThat(verdict.sentence())
                .startsWith("1 of 3 TLS ClientHellos got no ServerHello, asked for shop1.example");
        assertThat(codes(verdict)).contains("tls-old-version");
    }

    @Test
    void says_what_was_checked_where_nothing_is_wrong() {
        Verdict verdict = of(Stories.healthy());
        assertThat(verdict.sentence())
                .startsWith("Nothing wrong found in 200 packets over 9.6 s: ")
                .contains("20 connections opened, every SYN answered")
                .contains("no RST")
                .contains("DNS 20/20 answered")
                .contains("retransmissions 0.0 % (0)")
                .contains("handshake p50 1.0 ms, p95 1.0 ms");
        assertThat(verdict.findings()).extracting(Finding::severity).containsOnly(Severity.OK);
    }

    @Test
    void says_why_a_file_without_packets_may_be_so() {
        Verdict verdict = Verdicts.of(CaptureBytes.read(CaptureBytes.pcap(List.of())));
        assertThat(verdict.sentence()).startsWith("No packet was captured; usually the filter matches nothing");
        assertThat(Verdicts.of(CaptureBytes.read(new byte[0])).sentence()).startsWith("The file is empty");
        assertThat(Verdicts.of(CaptureBytes.read(new byte[] {'s', 'n', 'o', 'o', 'p', 0, 0, 0}))
                        .sentence())
                .startsWith("The file is snoop, which cannot be read");
    }

    @Test
    void says_that_a_cut_file_is_incomplete() {
        byte[] file = CaptureBytes.pcap(Stories.healthy().frames());
        Verdict verdict = Verdicts.of(CaptureBytes.read(Arrays.copyOf(file, file.length - 10)));
        assertThat(verdict.sentence()).startsWith("Nothing wrong found in 199").endsWith("(the file is incomplete)");
        assertThat(codes(verdict)).contains("file-truncated");
    }

    @Test
    void lets_no_hostile_name_into_its_sentences() {
        String name = "<script>alert(1)</script>\u001b[31m\r\n|*_`.example";
        Conversation story = new Conversation()
                .handshake(0, Stories.WEB, 40_000, Stories.SQL, 443)
                .tcp(2, Stories.WEB, 40_000, Stories.SQL, 443, 16, 1001, 5001, Conversation.clientHello(name))
                .udp(5, Stories.WEB, 50_000, Stories.DNS, 53, Conversation.dns(7, -1, name));
        assertThat(of(story).findings())
                .hasSizeGreaterThan(1)
                .allSatisfy(finding -> assertThat(finding.sentence()).matches("[A-Za-z0-9 .,:;()/%'?_-]+"));
    }

    private static Verdict of(Conversation story) {
        return Verdicts.of(CaptureBytes.read(CaptureBytes.pcap(story.frames())));
    }

    private static List<String> codes(Verdict verdict) {
        return verdict.findings().stream().map(Finding::code).toList();
    }
}
