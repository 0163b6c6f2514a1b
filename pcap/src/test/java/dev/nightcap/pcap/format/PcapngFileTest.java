package dev.nightcap.pcap.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PcapngFileTest {
    private static final String LITTLE = "0a0d0d0a 1c000000 4d3c2b1a 0100 0000 ffffffffffffffff 1c000000";
    private static final String BIG = "0a0d0d0a 0000001c 1a2b3c4d 0001 0000 ffffffffffffffff 0000001c";

    private final List<String> seen = new ArrayList<>();

    @ParameterizedTest
    @CsvSource({
        "6, 0, 1763700000123456, 1763700000123456000",
        "9, 0, 1763700000123456789, 1763700000123456789",
        "3, 0, 1763700000123, 1763700000123000000",
        "0, 0, 1763700000, 1763700000000000000",
        "12, 1763700000, 5000000000000, 1763700005000000000",
        "6, -3600, 3601000000, 1000000000",
        "130, 0, 7054800002, 1763700000500000000", // quarters of a second
        "160, 0, 4294967296, 1000000000", // 2^-32
        "6, 0, -1, -9223372036854775808", // later than a long holds
    })
    void knows_every_resolution_and_offset(int resolution, long offset, long stamp, long nanos) {
        assertThat(new PcapngInterface(1, 0, resolution, offset).nanos(stamp)).isEqualTo(nanos);
    }

    @Test
    void takes_each_packet_by_its_own_interface_and_starts_anew_with_each_section() throws IOException {
        String ethernet = "01000000 14000000 0100 0000 00000000 14000000";
        String raw = "01000000 20000000 6500 0000 00000000 0900 0100 03000000 0000 0000 20000000";
        String first = "06000000 24000000 00000000 00000000 40420f00 04000000 04000000 aabbccdd 24000000";
        String second = "06000000 24000000 01000000 00000000 e8030000 01000000 09000000 ee000000 24000000";
        String bigRaw = "00000001 00000014 0065 0000 00000000 00000014";
        String simple = "00000003 00000014 00000002 11220000 00000014";
        Ending ending = read(LITTLE + ethernet + raw + first + second + BIG + bigRaw + simple);
        assertThat(ending.isWhole()).isTrue();
        assertThat(seen)
                .containsExactly(
                        "aabbccdd of 4, link 1 at 1000000000",
                        "ee of 9, link 101 at 1000000000",
                        "1122 of 2, link 101 at " + FrameSink.NO_TIME);
    }

    @Test
    void says_where_a_packet_has_no_interface() throws IOException {
        Ending ending =
                read(LITTLE + "06000000 24000000 05000000 00000000 40420f00 04000000 04000000 aabbccdd 24000000");
        assertThat(ending.damage()).isEqualTo("a packet of an interface that was not described at byte 28");
    }

    @Test
    void says_where_a_length_cannot_be() throws IOException {
        assertThat(read(LITTLE + "99000000 07000000 07000000").damage()).isEqualTo("a block claims 7 bytes at byte 28");
        assertThat(read(LITTLE + "01000000 14000000 0100 0000 00000000 14000000"
                                + "06000000 24000000 00000000 00000000 40420f00 ffffff7f 04000000 aabbccdd 24000000")
                        .damage())
                .isEqualTo("a packet claims 2147483647 bytes in a block of 36 at byte 48");
    }

    @Test
    void steps_over_options_that_run_past_their_block() throws IOException {
        Ending ending = read(LITTLE + "01000000 18000000 0100 0000 00000000 0900 ff00 18000000"
                + "06000000 24000000 00000000 00000000 40420f00 04000000 04000000 aabbccdd 24000000");
        assertThat(ending.isWhole()).isTrue();
        assertThat(seen).containsExactly("aabbccdd of 4, link 1 at 1000000000");
    }

    private Ending read(String hex) throws IOException {
        byte[] file = HexFormat.of().parseHex(hex.replace(" ", ""));
        ByteWindow window = new ByteWindow(new ByteArrayInputStream(file)::read);
        return new PcapngFile(
                        window,
                        (bytes, offset, captured, original, linkType, nanos) ->
                                seen.add(HexFormat.of().formatHex(bytes, offset, offset + captured) + " of " + original
                                        + ", link " + linkType + " at " + nanos))
                .read();
    }
}
