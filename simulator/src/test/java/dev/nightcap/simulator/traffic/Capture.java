package dev.nightcap.simulator.traffic;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A story's file, read back by a reader that shares nothing with the writer. */
record Capture(int size, List<Packet> packets) {

    /** One record. */
    record Packet(Instant time, int kept, int original, List<Integer> octets) {

        int u8(int at) {
            return octets.get(at);
        }

        int u16(int at) {
            return (u8(at) << 8) | u8(at + 1);
        }

        String address(int at) {
            return u8(at) + "." + u8(at + 1) + "." + u8(at + 2) + "." + u8(at + 3);
        }

        int protocol() {
            return u8(23);
        }

        String from() {
            return address(26);
        }

        String to() {
            return address(30);
        }

        int fromPort() {
            return u16(34);
        }

        int toPort() {
            return u16(36);
        }

        int flags() {
            return u8(47);
        }

        /** The sum over a part with its checksum in it, which must come to 0xffff. */
        int sum(int from, int to, int start) {
            int sum = start;
            for (int i = from; i < to; i += 2) {
                sum += (u8(i) << 8) | (i + 1 < to ? u8(i + 1) : 0);
            }
            while (sum > 0xffff) {
                sum = (sum & 0xffff) + (sum >>> 16);
            }
            return sum;
        }
    }

    static Capture of(String story, TrafficWindow window) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            Story.named(story).write(out, window);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return read(out.toByteArray());
    }

    private static Capture read(byte[] file) {
        ByteBuffer in = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        if (in.getInt(0) != 0xa1b2c3d4 || in.getInt(20) != 1) {
            throw new AssertionError("not a classic little-endian pcap of Ethernet");
        }
        in.position(24);
        List<Packet> packets = new ArrayList<>();
        while (in.hasRemaining()) {
            Instant time = Instant.ofEpochSecond(Integer.toUnsignedLong(in.getInt()), in.getInt() * 1_000L);
            int kept = in.getInt();
            int original = in.getInt();
            Integer[] octets = new Integer[kept];
            Arrays.setAll(octets, i -> in.get() & 0xff);
            packets.add(new Packet(time, kept, original, List.of(octets)));
        }
        return new Capture(file.length, packets);
    }
}
