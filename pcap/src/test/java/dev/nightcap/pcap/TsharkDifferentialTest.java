package dev.nightcap.pcap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.nightcap.pcap.flow.DnsFacts;
import dev.nightcap.pcap.flow.TcpFacts;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The same files read by tshark must give the same numbers. */
final class TsharkDifferentialTest {
    private static final List<String> COUNTED = List.of(
            "tcp",
            "tcp.flags.syn==1 && tcp.flags.ack==0",
            "tcp.flags.reset==1",
            "tcp.analysis.retransmission",
            "tcp.analysis.out_of_order",
            "tcp.analysis.duplicate_ack",
            "tcp.analysis.lost_segment",
            "tcp.analysis.zero_window",
            "udp",
            "dns.flags.response==0",
            "dns.flags.rcode==3",
            "dns.flags.rcode==2",
            "tls.handshake.type==1");

    @TempDir
    Path folder;

    @BeforeAll
    static void needs_tshark() {
        boolean present = Arrays.stream(System.getenv("PATH").split(File.pathSeparator, -1))
                .anyMatch(path ->
                        Files.isExecutable(Path.of(path, "tshark")) && Files.isExecutable(Path.of(path, "editcap")));
        assumeTrue(present, "tshark and editcap are not on the PATH: nothing to compare with");
    }

    static Stream<Map.Entry<String, Conversation>> stories() {
        return Map.of(
                "no answer", Stories.no_answer(),
                "idle resets", Stories.idle_resets(),
                "refused", Stories.refused(),
                "dns", Stories.dns(),
                "tls", Stories.tls(),
                "loss", Stories.loss(),
                "healthy", Stories.healthy(),
                "random 1", new RandomTraffic(1).connections(200),
                "random 2", new RandomTraffic(2).connections(200),
                "random 3", new RandomTraffic(3).connections(200))
                .entrySet()
                .stream();
    }

    @ParameterizedTest
    @MethodSource("stories")
    void counts_what_tshark_counts(Map.Entry<String, Conversation> story) throws Exception {
        Path file = folder.resolve("story.pcap");
        Files.write(file, CaptureBytes.pcap(story.getValue().frames()));
        CaptureFacts facts = CaptureBytes.read(Files.readAllBytes(file));
        assertThat(counts(facts)).as(story.getKey()).isEqualTo(tshark(file));
        assertThat(facts.tcp().connections()).isEqualTo(streams(file));
    }

    @ParameterizedTest
    @ValueSource(strings = {"pcap", "pcapng", "nsecpcap", "modpcap", "netmon2"})
    void reads_what_editcap_writes(String format) throws Exception {
        Path file = folder.resolve("story.pcap");
        Path converted = folder.resolve("story." + format);
        Files.write(file, CaptureBytes.pcap(new RandomTraffic(4).connections(50).frames()));
        run("editcap", "-F", format, file.toString(), converted.toString());
        CaptureFacts expected = CaptureBytes.read(Files.readAllBytes(file));
        CaptureFacts facts = CaptureBytes.read(Files.readAllBytes(converted));
        assertThat(facts)
                .usingRecursiveComparison()
                .ignoringFields("format", "bytes")
                .isEqualTo(expected);
    }

    private static Map<String, Long> counts(CaptureFacts facts) {
        TcpFacts tcp = facts.tcp();
        DnsFacts dns = facts.dns();
        long[] numbers = {
            tcp.packets(),
            tcp.syn(),
            tcp.rst().count(),
            tcp.retransmissions().count(),
            tcp.outOfOrder().count(),
            tcp.duplicateAcks().count(),
            tcp.lostSegments().count(),
            tcp.zeroWindow().count(),
            facts.udp().packets(),
            dns.queries(),
            dns.nxdomain().count(),
            dns.servfail().count(),
            facts.tls().clientHellos()
        };
        Map<String, Long> counts = new TreeMap<>();
        for (int i = 0; i < numbers.length; i++) {
            counts.put(COUNTED.get(i), numbers[i]);
        }
        return counts;
    }

    private static Map<String, Long> tshark(Path file) throws Exception {
        StringBuilder statistics = new StringBuilder("io,stat,0");
        COUNTED.forEach(filter -> statistics.append(",").append(filter));
        String table = run("tshark", "-r", file.toString(), "-q", "-z", statistics.toString());
        String row =
                table.lines().filter(line -> line.contains("<>")).findFirst().orElseThrow();
        String[] cells = row.split("\\|", -1);
        Map<String, Long> counts = new TreeMap<>();
        for (int i = 0; i < COUNTED.size(); i++) {
            counts.put(COUNTED.get(i), Long.parseLong(cells[2 + 2 * i].trim()));
        }
        return counts;
    }

    private static long streams(Path file) throws Exception {
        return run("tshark", "-r", file.toString(), "-T", "fields", "-e", "tcp.stream")
                .lines()
                .filter(line -> !line.isBlank())
                .distinct()
                .count();
    }

    private static String run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(String.join(" ", command)).isZero();
        return output;
    }
}
