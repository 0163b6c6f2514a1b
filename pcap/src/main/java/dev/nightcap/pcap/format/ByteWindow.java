package dev.nightcap.pcap.format;

import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * A window that slides forward over a stream; the only place that reads. It never grows, so no length field in a file
 * can make it allocate.
 */
public final class ByteWindow {
    /** The most bytes that {@link #ensure} can be asked for. */
    public static final int CAPACITY = 512 * 1024;

    private static final VarHandle INT_LE = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle INT_BE = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);

    private final ByteSource source;
    private final byte[] bytes = new byte[CAPACITY];
    private int position;
    private int limit;
    private long before;
    private boolean ended;

    public ByteWindow(ByteSource source) {
        this.source = source;
    }

    /** Makes {@code count} bytes readable at the position; false if the stream ends earlier. */
    public boolean ensure(int count) throws IOException {
        return limit - position >= count || fill(count);
    }

    private boolean fill(int count) throws IOException {
        if (position + count > CAPACITY || position == limit) {
            System.arraycopy(bytes, position, bytes, 0, limit - position);
            limit -= position;
            before += position;
            position = 0;
        }
        while (limit - position < count && !ended) {
            int read = source.read(bytes, limit, CAPACITY - limit);
            ended = read < 0;
            limit += Math.max(read, 0);
        }
        return limit - position >= count;
    }

    /** Moves over {@code count} bytes, fewer if the stream ends; returns how many. */
    public long skip(long count) throws IOException {
        long left = count;
        while (left > 0 && ensure(1)) {
            int step = (int) Math.min(left, limit - position);
            position += step;
            left -= step;
        }
        return count - left;
    }

    /** Moves over {@code count} bytes that {@link #ensure} has made readable. */
    public void advance(int count) {
        position += count;
    }

    /** Reads on to the end of the stream, so that whoever counts or hashes below has seen all of it. */
    public void drain() throws IOException {
        while (ensure(1)) {
            position = limit;
        }
    }

    /** Moves up to {@code length} bytes out of the window; -1 at the end. */
    public int read(byte[] target, int offset, int length) throws IOException {
        if (!ensure(1)) {
            return -1;
        }
        int step = Math.min(length, limit - position);
        System.arraycopy(bytes, position, target, offset, step);
        position += step;
        return step;
    }

    /** Bytes from the start of the stream to the position. */
    public long offset() {
        return before + position;
    }

    /** Bytes readable now without asking the source. */
    public int readable() {
        return limit - position;
    }

    /** The backing array; what stands at {@link #index} stays valid until the next {@link #ensure} or skip. */
    public byte[] array() {
        return bytes;
    }

    /** The array index of the byte that lies {@code ahead} of the position. */
    public int index(int ahead) {
        return position + ahead;
    }

    public int u8(int ahead) {
        return bytes[position + ahead] & 0xff;
    }

    public int u16(int ahead, boolean bigEndian) {
        return bigEndian ? u8(ahead) << 8 | u8(ahead + 1) : u8(ahead + 1) << 8 | u8(ahead);
    }

    public int i32(int ahead, boolean bigEndian) {
        return (int) (bigEndian ? INT_BE : INT_LE).get(bytes, position + ahead);
    }

    public long u32(int ahead, boolean bigEndian) {
        return Integer.toUnsignedLong(i32(ahead, bigEndian));
    }
}
