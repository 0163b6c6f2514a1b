package dev.nightcap.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nightcap.pcap.CaptureReader;
import dev.nightcap.simulator.traffic.Story;
import dev.nightcap.simulator.traffic.TrafficWindow;
import dev.nightcap.verdict.Verdict;
import dev.nightcap.verdict.Verdicts;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each story that the simulator tells, written by a generator that knows nothing of the reader, gets its verdict. */
final class StoriesTest {
    private static final Instant FROM = Instant.parse("2026-01-01T02:14:00Z");

    @ParameterizedTest
    @CsvSource({
        "no-syn-ack, 37 of 412 connections to 10.2.0.4:1433 got no SYN-ACK",
        "healthy, Nothing wrong found in",
        "resets, connections reset",
        "dns-failure, DNS",
        "tls-failure, TLS ClientHellos got no ServerHello",
        "retransmissions, retransmissions",
        "empty, No packet was captured"
    })
    void a_minute_of_each_story_gets_its_verdict(String story, String words) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        Instant to = FROM.plusSeconds(story.equals("resets") ? 600 : 60);
        long written = Story.named(story).write(file, TrafficWindow.of("10.2.0.5", FROM, to));

        var facts = CaptureReader.read(new ByteArrayInputStream(file.toByteArray()));
        Verdict verdict = Verdicts.of(facts);

        assertThat(facts.packets()).isEqualTo(written);
        assertThat(facts.truncated()).isFalse();
        assertThat(verdict.sentence()).contains(words);
    }
}
