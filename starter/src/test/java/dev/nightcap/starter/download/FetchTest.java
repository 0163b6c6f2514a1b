package dev.nightcap.starter.download;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nightcap.starter.terminal.Complaint;
import dev.nightcap.workflows.capture.Evidence;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FetchTest {
    private static final String URL = "https://account.blob.core.windows.net/logs/a.cap";

    @TempDir
    Path folder;

    private final byte[] content = new byte[3_000_000];
    private final List<Long> offsets = new ArrayList<>();

    FetchTest() {
        new Random(1).nextBytes(content);
    }

    @Test
    void writes_the_file_once_it_is_verified() throws IOException {
        assertThat(fetch(whole())).isTrue();

        assertThat(file()).hasBinaryContent(content);
        assertThat(part()).doesNotExist();
    }

    @Test
    void goes_on_with_the_part_that_is_there() throws IOException {
        Files.write(part(), Arrays.copyOf(content, 1_234_567));

        fetch(whole());

        assertThat(offsets).containsExactly(1_234_567L);
        assertThat(file()).hasBinaryContent(content);
    }

    @Test
    void keeps_the_part_when_the_way_breaks() {
        assertThatThrownBy(() -> fetch(breakingAfter(1_500_000))).isInstanceOf(IOException.class);

        assertThat(file()).doesNotExist();
        assertThat(part()).hasSize(1_500_000);
    }

    @Test
    void never_gives_the_name_to_what_is_not_what_was_verified() {
        byte[] other = content.clone();
        other[7]++;

        assertThatThrownBy(() -> fetch((url, offset) -> channel(other, offset)))
                .isInstanceOf(Complaint.class)
                .hasMessageContaining("not what was verified");

        assertThat(file()).doesNotExist();
        assertThat(part()).doesNotExist();
    }

    @Test
    void does_not_fetch_again_what_is_there_whole() throws IOException {
        Files.write(file(), content);

        assertThat(fetch(whole())).isFalse();
        assertThat(offsets).isEmpty();
    }

    @Test
    void does_not_overwrite_another_file() throws IOException {
        Files.writeString(file(), "mine");

        assertThatThrownBy(() -> fetch(whole())).isInstanceOf(Complaint.class).hasMessageContaining("another file");
        assertThat(file()).hasContent("mine");
    }

    @Test
    void begins_anew_where_the_part_is_longer_than_the_whole() throws IOException {
        Files.write(part(), new byte[content.length + 1]);

        fetch(whole());

        assertThat(file()).hasBinaryContent(content);
    }

    private boolean fetch(EvidenceDownload source) throws IOException {
        Evidence evidence = new Evidence(URL, "", content.length, sha256(content), "pcap", 1, null, null, false);
        return new Fetch(source, bytes -> {}).fetch(evidence, file());
    }

    private EvidenceDownload whole() {
        return (url, offset) -> {
            offsets.add(offset);
            return channel(content, offset);
        };
    }

    private EvidenceDownload breakingAfter(int bytes) {
        return (url, offset) -> new ReadableByteChannel() {
            private int given;

            @Override
            public int read(ByteBuffer target) throws IOException {
                if (given == bytes) {
                    throw new IOException("the line is dead");
                }
                int count = Math.min(target.remaining(), bytes - given);
                target.put(content, given, count);
                given += count;
                return count;
            }

            @Override
            public boolean isOpen() {
                return true;
            }

            @Override
            public void close() {}
        };
    }

    private static ReadableByteChannel channel(byte[] content, long offset) {
        return Channels.newChannel(new ByteArrayInputStream(content, (int) offset, content.length - (int) offset));
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private Path file() {
        return folder.resolve("a.cap");
    }

    private Path part() {
        return folder.resolve("a.cap.part");
    }
}
