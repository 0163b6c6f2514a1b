package dev.nightcap.simulator.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nightcap.simulator.traffic.Capture.Packet;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StoryTest {

    private static final Instant FROM = Instant.parse("2026-03-01T02:14:07.311Z");
    private static final String WEB = "10.2.0.5";

    private static TrafficWindow window(int seconds) {
        return TrafficWindow.of(WEB, FROM, FROM.plusSeconds(seconds));
    }

    private static Set<Integer> clients(Capture capture, int flags) {
        return capture.packets().stream()
                .filter(packet -> packet.protocol() == 6 && packet.flags() == flags)
                .filter(packet -> packet.fromPort() == 1433 || packet.toPort() == 1433)
                .map(packet -> packet.fromPort() == 1433 ? packet.toPort() : packet.fromPort())
                .collect(Collectors.toSet());
    }

    @Test
    void leaves_37_of_412_connections_a_minute_without_an_answer() {
        Capture capture = Capture.of("no-syn-ack", window(60));
        assertThat(clients(capture, Wire.SYN)).hasSize(412);
        assertThat(clients(capture, Wire.SYN | Wire.ACK)).hasSize(412 - 37);
    }

    @Test
    void loses_connections_in_short_captures_too() {
        Capture capture = Capture.of("no-syn-ack", window(3));
        assertThat(clients(capture, Wire.SYN))
                .hasSizeGreaterThan(clients(capture, Wire.SYN | Wire.ACK).size());
    }

    @Test
    void answers_every_connection_and_question_in_the_healthy_story() {
        Capture capture = Capture.of("healthy", window(30));
        assertThat(clients(capture, Wire.SYN)).isEqualTo(clients(capture, Wire.SYN | Wire.ACK));
        long asked = capture.packets().stream()
                .filter(packet -> packet.protocol() == 17 && packet.toPort() == 53)
                .count();
        long answered = capture.packets().stream()
                .filter(packet -> packet.protocol() == 17 && packet.fromPort() == 53)
                .count();
        assertThat(asked).isEqualTo(300).isEqualTo(answered);
    }

    @ParameterizedTest
    @ValueSource(strings = {"no-syn-ack", "healthy", "resets", "dns-failure", "tls-failure", "retransmissions"})
    void writes_right_checksums_and_lengths_in_order_within_the_window(String story) {
        List<Packet> packets = Capture.of(story, window(20)).packets();
        assertThat(packets).hasSizeGreaterThan(300);
        Instant last = FROM;
        for (Packet packet : packets) {
            assertThat(packet.time()).isBetween(last, FROM.plusSeconds(20)).isBefore(FROM.plusSeconds(20));
            last = packet.time();
            assertThat(packet.kept()).isEqualTo(packet.original()).isEqualTo(14 + packet.u16(16));
            assertThat(packet.sum(14, 34, 0)).as("IPv4 checksum").isEqualTo(0xffff);
            int length = packet.original() - 34;
            assertThat(packet.sum(26, packet.original(), packet.protocol() + length))
                    .as("transport checksum")
                    .isEqualTo(0xffff);
        }
    }

    @Test
    void resets_connections_that_were_idle() {
        Capture capture = Capture.of("resets", window(30));
        assertThat(capture.packets().stream()
                        .filter(packet -> packet.protocol() == 6 && (packet.flags() & Wire.RST) != 0))
                .hasSizeGreaterThan(5)
                .allMatch(packet -> packet.from().equals(Scene.DATABASE));
    }

    @Test
    void tells_nothing_in_the_empty_story() {
        assertThat(Capture.of("empty", window(60)).size()).isEqualTo(24);
    }

    @Test
    void keeps_the_first_bytes_of_each_packet() {
        Capture capture = Capture.of("healthy", window(5).withBytesPerPacket(60));
        assertThat(capture.packets()).allMatch(packet -> packet.kept() == Math.min(60, packet.original()));
        assertThat(capture.packets()).anyMatch(packet -> packet.original() > 60);
    }

    @Test
    void stops_before_the_file_outgrows_its_limit() {
        TrafficWindow limited = window(60).withTotalBytes(50_000);
        Capture capture = Capture.of("healthy", limited);
        assertThat(capture.size()).isBetween(48_000, 50_000);
        Instant full = Story.named("healthy").fullAt(limited).orElseThrow();
        assertThat(Duration.between(
                        capture.packets().get(capture.packets().size() - 1).time(), full))
                .isBetween(Duration.ZERO, Duration.ofSeconds(1));
        assertThat(Story.named("healthy").fullAt(window(60))).isEmpty();
    }

    @Test
    void outdoes_its_known_rate_in_no_story() {
        for (String story : Story.names()) {
            assertThat(Capture.of(story, window(20)).size()).as(story).isLessThan(20 * Story.MOST_PER_SECOND);
        }
    }

    @Test
    void tells_the_same_story_for_the_same_seed() {
        assertThat(Capture.of("no-syn-ack", window(5))).isEqualTo(Capture.of("no-syn-ack", window(5)));
        assertThat(Capture.of("no-syn-ack", window(5)))
                .isNotEqualTo(Capture.of("no-syn-ack", window(5).withSeed(2)));
    }

    @Test
    void shows_the_database_its_own_side() {
        Capture capture = Capture.of("healthy", TrafficWindow.of(Scene.DATABASE, FROM, FROM.plusSeconds(5)));
        assertThat(capture.packets().stream().filter(packet -> packet.toPort() == 1433))
                .isNotEmpty()
                .allMatch(packet ->
                        packet.from().equals(Scene.NEIGHBOUR) && packet.to().equals(Scene.DATABASE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1433", "1400-1500", "80;1433"})
    void keeps_what_fits_a_filter_on_ports(String ports) {
        FrameFilter filter = new FrameFilter("TCP", "", "10.2.0.4", "", ports);
        Capture capture = Capture.of("healthy", window(5).withFilters(List.of(filter)));
        assertThat(capture.packets())
                .isNotEmpty()
                .allMatch(packet -> packet.fromPort() == 1433 || packet.toPort() == 1433);
    }

    @Test
    void tells_local_from_remote_in_a_filter() {
        FrameFilter wrongSide = new FrameFilter("Any", "", "", "1433", "");
        FrameFilter names = new FrameFilter("UDP", "10.2.0.0-10.2.0.255", "", "", "53");
        assertThat(Capture.of("healthy", window(5).withFilters(List.of(wrongSide)))
                        .packets())
                .isEmpty();
        assertThat(Capture.of("healthy", window(5).withFilters(List.of(wrongSide, names)))
                        .packets())
                .hasSize(100)
                .allMatch(packet -> packet.protocol() == 17);
    }

    @Test
    void names_the_stories_there_are() {
        assertThatThrownBy(() -> Story.named("nothing"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no story 'nothing'")
                .hasMessageContaining("no-syn-ack");
    }
}
