package dev.nightcap.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.nightcap.pcap.CaptureBytes;
import dev.nightcap.pcap.Conversation;
import dev.nightcap.pcap.Stories;
import dev.nightcap.verdict.rules.Finding;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The filters that people paste into Wireshark must show the packets that the findings are about. */
final class DisplayFilterTest {
    @TempDir
    Path folder;

    @BeforeAll
    static void needs_tshark() {
        boolean present = Arrays.stream(System.getenv("PATH").split(File.pathSeparator, -1))
                .anyMatch(path -> Files.isExecutable(Path.of(path, "tshark")));
        assumeTrue(present, "tshark is not on the PATH: no filter can be tried");
    }

    static Stream<Conversation> stories() {
        return Stream.of(
                Stories.no_answer(),
                Stories.idle_resets(),
                Stories.refused(),
                Stories.dns(),
                Stories.tls(),
                Stories.loss(),
                Stories.healthy());
    }

    @ParameterizedTest
    @MethodSource("stories")
    void shows_the_first_packet_of_each_finding(Conversation story) throws Exception {
        Path file = folder.resolve("story.pcap");
        Files.write(file, CaptureBytes.pcap(story.frames()));
        Verdict verdict = Verdicts.of(CaptureBytes.read(Files.readAllBytes(file)));
        for (Finding finding : verdict.findings()) {
            if (!finding.filter().isEmpty()) {
                List<Long> frames = frames(file, finding.filter());
                assertThat(frames).as(finding.toString()).contains(finding.firstPacket());
                assertThat(frames).as(finding.toString()).hasSizeGreaterThanOrEqualTo((int) finding.count());
                assertThat(frames.get(0)).as(finding.toString()).isEqualTo(finding.firstPacket());
            }
        }
    }

    /** Two passes, as Wireshark's window knows the whole file too. */
    private static List<Long> frames(Path file, String filter) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        "tshark", "-2", "-r", file.toString(), "-Y", filter, "-T", "fields", "-e", "frame.number")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(filter).isZero();
        return output.lines().filter(line -> !line.isBlank()).map(Long::valueOf).toList();
    }
}
