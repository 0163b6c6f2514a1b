package dev.nightcap.activities.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nightcap.activities.Engine;
import dev.nightcap.activities.SimulatedAzure;
import dev.nightcap.activities.storage.BlobFiles;
import dev.nightcap.simulator.traffic.Story;
import dev.nightcap.simulator.traffic.TrafficWindow;
import dev.nightcap.workflows.capture.EvidenceReader;
import dev.nightcap.workflows.capture.EvidenceReader.Finding;
import dev.nightcap.workflows.capture.EvidenceReader.ReadOrder;
import dev.nightcap.workflows.capture.EvidenceReader.Reading;
import dev.nightcap.workflows.capture.Problem;
import dev.nightcap.workflows.capture.Reason;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The port's contract, on the real Azurite and the real reader. */
class BlobEvidenceReaderTest {
    private static final Instant FROM = Instant.parse("2026-01-01T02:00:00Z");

    private final SimulatedAzure azure = SimulatedAzure.running();
    private final BlobFiles blobs = new BlobFiles(azure.access());
    private final Engine engine = new Engine(new BlobEvidenceReader(blobs, InstantSource.system()));
    private final String url =
            "https://nightcapevidence.blob.core.windows.net/network-watcher-logs/reads/" + UUID.randomUUID() + ".cap";

    @AfterEach
    void end() {
        engine.close();
    }

    private Reading read(byte[] file) {
        blobs.write(url, file);
        return engine.stub(EvidenceReader.class).readEvidence(new ReadOrder(url, "2", file.length));
    }

    private static byte[] traffic() throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        Story.named("no-syn-ack").write(file, TrafficWindow.of("10.2.0.5", FROM, FROM.plusSeconds(20)));
        return file.toByteArray();
    }

    @Test
    void says_what_a_file_is_and_what_it_shows() throws IOException, NoSuchAlgorithmException {
        byte[] file = traffic();

        Reading reading = read(file);

        assertThat(reading.evidence().bytes()).isEqualTo(file.length);
        assertThat(reading.evidence().sha256())
                .isEqualTo(HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-256").digest(file)));
        assertThat(reading.evidence().format()).isEqualTo("pcap");
        assertThat(reading.evidence().instance()).isEqualTo("2");
        assertThat(reading.evidence().packets()).isPositive();
        assertThat(reading.evidence().firstPacket()).isBetween(FROM, FROM.plusSeconds(20));
        assertThat(reading.evidence().truncated()).isFalse();
        assertThat(reading.verdict().sentence()).contains("SYN");
        assertThat(reading.verdict().findings()).extracting(Finding::severity).contains("error");
    }

    @Test
    void says_that_a_file_was_cut() throws IOException {
        byte[] file = traffic();
        Reading reading = read(Arrays.copyOf(file, file.length - 5));
        assertThat(reading.evidence().truncated()).isTrue();
    }

    @Test
    void says_that_a_file_is_empty() {
        Reading reading = read(new byte[0]);
        assertThat(reading.evidence().bytes()).isZero();
        assertThat(reading.evidence().packets()).isZero();
        assertThat(reading.evidence().format()).isEqualTo("empty");
    }

    @Test
    void verifies_a_format_that_nobody_knows_by_size_and_digest() {
        Reading reading = read("this is no capture".getBytes(StandardCharsets.UTF_8));
        assertThat(reading.evidence().packets()).isEqualTo(-1);
        assertThat(reading.evidence().format()).isEqualTo("unknown");
        assertThat(reading.evidence().sha256()).hasSize(64);
    }

    @Test
    void ends_when_the_file_is_gone() {
        Problem problem = Engine.problemOf(
                () -> engine.stub(EvidenceReader.class).readEvidence(new ReadOrder(url + ".gone.cap", "", 1)));
        assertThat(problem.reason()).isNotEqualTo(Reason.INTERNAL);
        assertThat(problem.sentence()).contains("read the file");
    }
}
