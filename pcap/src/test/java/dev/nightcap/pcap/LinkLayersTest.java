package dev.nightcap.pcap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nightcap.pcap.format.LinkTypes;
import dev.nightcap.pcap.packet.LinkDecoder;
import dev.nightcap.pcap.packet.Packet;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** One TCP segment under every stack of headers that is known: always the same ends, sequence and payload. */
final class LinkLayersTest {
    private static final byte[] SEGMENT = hex("9c40 0599 000003e9 00001389 5018 faf0 0000 0000 68656c6c6f");
    private static final byte[] IPV4 = join(hex("4500 002d 0000 4000 40 06 0000 0a010004 0a020004"), SEGMENT);
    private static final byte[] IPV6 =
            join(hex("60000000 0019 06 40 20010db8000000000000000000000001 20010db8000000000000000000000002"), SEGMENT);
    private static final byte[] MACS = hex("020000000001 020000000002");

    static Stream<Arguments> stacks() {
        byte[] options = hex("4600 0031 0000 4000 40 06 0000 0a010004 0a020004 01010101");
        byte[] extensions = hex("60000000 0031 00 40 20010db8000000000000000000000001 20010db8000000000000000000000002"
                + "2c00 010400000000" + "0600 0001 00000007" + "3b00 010400000000");
        byte[] hopAndFragment = join(java.util.Arrays.copyOf(extensions, 56), SEGMENT);
        hopAndFragment[5] = 0x29;
        return Stream.of(
                Arguments.of("ethernet", LinkTypes.ETHERNET, join(MACS, hex("0800"), IPV4)),
                Arguments.of("ethernet, padded", LinkTypes.ETHERNET, join(MACS, hex("0800"), IPV4, new byte[9])),
                Arguments.of("options", LinkTypes.ETHERNET, join(MACS, hex("0800"), options, SEGMENT)),
                Arguments.of("vlan", LinkTypes.ETHERNET, join(MACS, hex("8100 0064 0800"), IPV4)),
                Arguments.of("stacked vlan", LinkTypes.ETHERNET, join(MACS, hex("88a8 0064 8100 0065 86dd"), IPV6)),
                Arguments.of("mpls", LinkTypes.ETHERNET, join(MACS, hex("8847 00064040 00065140"), IPV4)),
                Arguments.of("pppoe", LinkTypes.ETHERNET, join(MACS, hex("8864 11000001 002f 0021"), IPV4)),
                Arguments.of("cooked", LinkTypes.LINUX_SLL, join(hex("0000 0001 0006 0200000000010000 0800"), IPV4)),
                Arguments.of(
                        "cooked 2",
                        LinkTypes.LINUX_SLL2,
                        join(hex("86dd 0000 00000002 0001 00 06 0200000000010000"), IPV6)),
                Arguments.of("raw 4", LinkTypes.RAW, IPV4),
                Arguments.of("raw 6", LinkTypes.RAW, IPV6),
                Arguments.of("null", LinkTypes.NULL, join(hex("02000000"), IPV4)),
                Arguments.of("loop", LinkTypes.LOOP, join(hex("0000001c"), IPV6)),
                Arguments.of("extension headers", LinkTypes.IPV6, hopAndFragment),
                Arguments.of(
                        "ip in ip",
                        LinkTypes.IPV4,
                        join(hex("4500 0041 0000 4000 40 04 0000 01010101 02020202"), IPV4)),
                Arguments.of(
                        "gre",
                        LinkTypes.IPV4,
                        join(hex("4500 0049 0000 4000 40 2f 0000 01010101 02020202 2000 0800 00000007"), IPV4)),
                Arguments.of(
                        "vxlan",
                        LinkTypes.IPV4,
                        join(
                                hex("4500 005f 0000 4000 40 11 0000 01010101 02020202"),
                                hex("c000 12b5 004b 0000 0800000000000100"),
                                MACS,
                                hex("0800"),
                                IPV4)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("stacks")
    void finds_the_segment(String name, int linkType, byte[] frame) {
        Packet packet = new Packet();
        byte[] within = join(new byte[3], frame, new byte[64]);
        new LinkDecoder().decode(within, 3, frame.length, linkType, packet);
        assertThat(packet.kind).isEqualTo(Packet.Kind.TCP);
        assertThat(packet.complete).isTrue();
        assertThat(List.of(packet.source().toString(), packet.target().toString()))
                .isIn(List.of("10.1.0.4:40000", "10.2.0.4:1433"), List.of("[2001:db8::1]:40000", "[2001:db8::2]:1433"));
        assertThat(packet.sequence).isEqualTo(1001);
        assertThat(packet.payloadLength).isEqualTo(5);
        assertThat(new String(
                        packet.bytes,
                        packet.payload,
                        packet.payloadCaptured,
                        java.nio.charset.StandardCharsets.US_ASCII))
                .isEqualTo("hello");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("stacks")
    void never_reads_past_what_was_captured(String name, int linkType, byte[] frame) {
        Packet packet = new Packet();
        for (int captured = 0; captured < frame.length; captured++) {
            byte[] exact = java.util.Arrays.copyOf(frame, captured);
            new LinkDecoder().decode(exact, 0, captured, linkType, packet);
            if (packet.kind == Packet.Kind.TCP && packet.complete) {
                assertThat(packet.payload + packet.payloadCaptured)
                        .isLessThanOrEqualTo(Math.max(captured, packet.payload));
            }
        }
    }

    private static byte[] hex(String text) {
        return HexFormat.of().parseHex(text.replace(" ", ""));
    }

    private static byte[] join(byte[]... parts) {
        ByteBuffer whole = ByteBuffer.allocate(
                Stream.of(parts).mapToInt(part -> part.length).sum());
        for (byte[] part : parts) {
            whole.put(part);
        }
        return whole.array();
    }
}
