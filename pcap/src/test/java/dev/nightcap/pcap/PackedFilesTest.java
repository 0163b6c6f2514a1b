package dev.nightcap.pcap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nightcap.pcap.format.CaptureFormat;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

final class PackedFilesTest {
    private static final byte[] PLAIN = CaptureBytes.pcap(Stories.healthy().frames());

    @Test
    void reads_through_gzip() throws IOException {
        byte[] packed = gzip(PLAIN);
        CaptureFacts facts = CaptureBytes.read(packed);
        assertThat(facts)
                .usingRecursiveComparison()
                .ignoringFields("container", "bytes")
                .isEqualTo(CaptureBytes.read(PLAIN));
        assertThat(facts.container()).isEqualTo("gzip");
        assertThat(facts.bytes()).isEqualTo(packed.length);
    }

    @Test
    void reads_all_members_of_a_zip_and_steps_over_what_is_no_capture() throws IOException {
        byte[] text = {'h', 'e', 'l', 'l', 'o'};
        byte[] packed = zip(text, PLAIN, CaptureBytes.pcapng(Stories.refused().frames(), ByteOrder.LITTLE_ENDIAN));
        CaptureFacts facts = CaptureBytes.read(packed);
        assertThat(facts.container()).isEqualTo("zip");
        assertThat(facts.format()).isEqualTo(CaptureFormat.PCAP);
        assertThat(facts.packets()).isEqualTo(200 + 12);
        assertThat(facts.bytes()).isEqualTo(packed.length);
        assertThat(facts.truncated()).isFalse();
        assertThat(facts.damage()).isNull();
    }

    @Test
    void says_of_a_packed_file_cut_anywhere_that_it_is_cut() throws IOException {
        for (byte[] packed : List.of(gzip(PLAIN), zip(PLAIN))) {
            int end = packed[0] == 'P' ? packed.length - 120 : packed.length;
            for (int length = 31; length < end; length += 7) {
                CaptureFacts facts = CaptureBytes.read(Arrays.copyOf(packed, length));
                assertThat(facts.truncated()).as("cut at " + length).isTrue();
                assertThat(facts.bytes()).isEqualTo(length);
            }
        }
    }

    @Test
    void survives_any_mutation_of_what_is_packed() throws IOException {
        Random random = new Random(7);
        List<byte[]> files = List.of(gzip(PLAIN), zip(PLAIN, PLAIN));
        for (int round = 0; round < 10_000; round++) {
            byte[] file = files.get(round % 2).clone();
            for (int i = random.nextInt(4); i >= 0; i--) {
                file[random.nextInt(file.length)] = (byte) random.nextInt();
            }
            assertThat(CaptureBytes.read(file).bytes()).isEqualTo(file.length);
        }
    }

    @Test
    void passes_errors_of_the_stream_on() throws IOException {
        for (byte[] file : List.of(PLAIN, gzip(PLAIN), zip(PLAIN))) {
            InputStream broken =
                    new SequenceInputStream(new ByteArrayInputStream(Arrays.copyOf(file, 200)), new InputStream() {
                        @Override
                        public int read() throws IOException {
                            throw new java.io.EOFException("connection lost");
                        }

                        @Override
                        public int read(byte[] target, int offset, int length) throws IOException {
                            return read();
                        }
                    });
            assertThatThrownBy(() -> CaptureReader.read(broken)).hasMessage("connection lost");
        }
    }

    private static byte[] gzip(byte[] plain) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(plain);
        }
        return packed.toByteArray();
    }

    private static byte[] zip(byte[]... members) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(packed)) {
            for (int i = 0; i < members.length; i++) {
                zip.putNextEntry(new ZipEntry("10.1.0." + i + ".cap"));
                zip.write(members[i]);
            }
        }
        return packed.toByteArray();
    }
}
