package dev.nightcap.simulator.traffic;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Bytes being put together, in network order. */
final class Bytes {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    static Bytes of(int... values) {
        Bytes bytes = new Bytes();
        for (int value : values) {
            bytes.u8(value);
        }
        return bytes;
    }

    Bytes u8(int value) {
        out.write(value);
        return this;
    }

    Bytes u16(int value) {
        return u8(value >>> 8).u8(value);
    }

    Bytes u24(int value) {
        return u8(value >>> 16).u16(value);
    }

    Bytes u32(long value) {
        return u16((int) (value >>> 16)).u16((int) value);
    }

    Bytes text(String ascii) {
        return add(ascii.getBytes(StandardCharsets.US_ASCII));
    }

    Bytes add(byte[] more) {
        out.writeBytes(more);
        return this;
    }

    Bytes add(Bytes more) {
        return add(more.toArray());
    }

    /** An IPv4 address in dotted form. */
    Bytes address(String dotted) {
        for (String part : dotted.split("\\.", -1)) {
            u8(Integer.parseInt(part));
        }
        return this;
    }

    int length() {
        return out.size();
    }

    byte[] toArray() {
        return out.toByteArray();
    }
}
