package dev.nightcap.simulator.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the field's own reader sees in our stories. */
class TsharkTest {

    private static final Instant FROM = Instant.parse("2026-03-01T02:14:07.311Z");

    @TempDir
    private Path folder;

    private List<String> matching(String story, String filter) throws IOException, InterruptedException {
        Path file = folder.resolve(story + ".cap");
        try (OutputStream out = Files.newOutputStream(file)) {
            Story.named(story).write(out, TrafficWindow.of("10.2.0.5", FROM, FROM.plusSeconds(20)));
        }
        List<String> command = new ArrayList<>(List.of("tshark", "-n", "-r", file.toString(), "-Y", filter));
        command.addAll(List.of("-o", "ip.check_checksum:TRUE", "-o", "tcp.check_checksum:TRUE"));
        command.addAll(List.of("-o", "udp.check_checksum:TRUE"));
        Process process;
        try {
            process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            assumeTrue(false, "tshark is not on the PATH: what it would say of the stories is not tested");
            throw e;
        }
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as("tshark's exit code").isZero();
        return printed.lines().toList();
    }

    @Test
    void finds_no_malformed_packet_and_no_bad_checksum() throws Exception {
        for (String story : Story.names()) {
            assertThat(
                            matching(
                                    story,
                                    "_ws.malformed or ip.checksum.status==0 or tcp.checksum.status==0 or udp.checksum.status==0"))
                    .as(story)
                    .isEmpty();
        }
    }

    @Test
    void sees_no_trouble_in_the_healthy_story() throws Exception {
        assertThat(matching(
                        "healthy",
                        "tcp.analysis.flags and not tcp.analysis.reused_ports and not tcp.analysis.window_update"))
                .isEmpty();
        assertThat(matching("healthy", "tls.handshake.extensions_server_name and tls.handshake.type==1"))
                .hasSize(20);
        assertThat(matching("healthy", "tls.handshake.type==2")).hasSize(20);
        assertThat(matching("healthy", "dns.flags.response==1 and dns.flags.rcode==0"))
                .hasSize(200);
    }

    @Test
    void sees_the_trouble_that_each_story_tells() throws Exception {
        assertThat(matching("no-syn-ack", "tcp.analysis.retransmission and tcp.flags.syn==1"))
                .isNotEmpty();
        assertThat(matching("resets", "tcp.flags.reset==1")).isNotEmpty();
        assertThat(matching("dns-failure", "dns.flags.rcode==2")).isNotEmpty();
        assertThat(matching("tls-failure", "tls.alert_message.desc==40")).isNotEmpty();
        assertThat(matching("retransmissions", "tcp.analysis.retransmission")).hasSize(20);
    }
}
