package dev.nightcap.pcap;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/** Capture files as bytes. */
public final class CaptureBytes {
    private CaptureBytes() {}

    /** Classic pcap, Ethernet. */
    public static byte[] pcap(List<Frame> frames, ByteOrder order, boolean nanoseconds, int snapLength) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes(buffer(24, order)
                .putInt(nanoseconds ? 0xa1b23c4d : 0xa1b2c3d4)
                .putShort((short) 2)
                .putShort((short) 4)
                .putLong(0)
                .putInt(snapLength)
                .putInt(1)
                .array());
        for (Frame frame : frames) {
            int captured = Math.min(snapLength, frame.bytes().length);
            file.writeBytes(buffer(16, order)
                    .putInt((int) (frame.nanos() / 1_000_000_000L))
                    .putInt((int) (frame.nanos() % 1_000_000_000L / (nanoseconds ? 1 : 1_000)))
                    .putInt(captured)
                    .putInt(frame.bytes().length)
                    .array());
            file.write(frame.bytes(), 0, captured);
        }
        return file.toByteArray();
    }

    public static byte[] pcap(List<Frame> frames) {
        return pcap(frames, ByteOrder.LITTLE_ENDIAN, false, 262_144);
    }

    /** pcapng: one section, one interface of nanoseconds, an unknown block before the packets. */
    public static byte[] pcapng(List<Frame> frames, ByteOrder order) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        block(
                file,
                order,
                0x0a0d0d0a,
                buffer(16, order)
                        .putInt(0x1a2b3c4d)
                        .putShort((short) 1)
                        .putShort((short) 0)
                        .putLong(-1));
        ByteBuffer description =
                buffer(20, order).putShort((short) 1).putShort((short) 0).putInt(0);
        description
                .putShort((short) 9)
                .putShort((short) 1)
                .put((byte) 9)
                .put(new byte[3])
                .putInt(0);
        block(file, order, 1, description);
        block(file, order, 0x0bad, buffer(8, order).putLong(42));
        for (Frame frame : frames) {
            int length = frame.bytes().length;
            ByteBuffer packet = buffer(20 + ((length + 3) & ~3), order)
                    .putInt(0)
                    .putInt((int) (frame.nanos() >>> 32))
                    .putInt((int) frame.nanos())
                    .putInt(length)
                    .putInt(length)
                    .put(frame.bytes());
            block(file, order, 6, packet);
        }
        return file.toByteArray();
    }

    public static CaptureFacts read(byte[] file) {
        try {
            return CaptureReader.read(new ByteArrayInputStream(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void block(ByteArrayOutputStream file, ByteOrder order, int type, ByteBuffer body) {
        int length = 12 + body.capacity();
        byte[] content = new byte[body.capacity()];
        body.rewind().get(content);
        file.writeBytes(buffer(8, order).putInt(type).putInt(length).array());
        file.writeBytes(content);
        file.writeBytes(buffer(4, order).putInt(length).array());
    }

    private static ByteBuffer buffer(int size, ByteOrder order) {
        return ByteBuffer.allocate(size).order(order);
    }
}
