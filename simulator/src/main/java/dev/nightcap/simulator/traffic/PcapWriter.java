package dev.nightcap.simulator.traffic;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Instant;

/** Classic pcap: microseconds, little endian, Ethernet. */
final class PcapWriter {

    static final int HEADER = 24;
    static final int RECORD = 16;
    static final int MOST = 262_144;

    private final OutputStream out;
    private final int snapLength;

    PcapWriter(OutputStream out, int snapLength) {
        this.out = out;
        this.snapLength = snapLength;
    }

    void header() throws IOException {
        out.write(buffer(HEADER)
                .putInt(0xa1b2c3d4)
                .putShort((short) 2)
                .putShort((short) 4)
                .putInt(0)
                .putInt(0)
                .putInt(snapLength)
                .putInt(1)
                .array());
    }

    void frame(Instant time, byte[] bytes) throws IOException {
        int kept = Math.min(bytes.length, snapLength);
        out.write(buffer(RECORD)
                .putInt((int) time.getEpochSecond())
                .putInt(time.getNano() / 1000)
                .putInt(kept)
                .putInt(bytes.length)
                .array());
        out.write(bytes, 0, kept);
    }

    private static ByteBuffer buffer(int length) {
        return ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    }
}
