package dev.nightcap.simulator.traffic;

import java.util.Random;

/** TLS records as a passer-by sees them (RFC 8446, 6066). */
final class Tls {

    private static final int ALERT = 21;
    private static final int HANDSHAKE = 22;
    private static final int DATA = 23;

    private Tls() {}

    /** A TLS 1.3 greeting with the server's name and ALPN in the clear. */
    static byte[] clientHello(String host, Random dice) {
        Bytes name = new Bytes().u16(host.length() + 3).u8(0).u16(host.length()).text(host);
        Bytes extensions = extension(0, name)
                .add(extension(10, new Bytes().u16(4).u16(29).u16(23)))
                .add(extension(13, new Bytes().u16(4).u16(0x0403).u16(0x0804)))
                .add(extension(16, new Bytes().u16(9).u8(8).text("http/1.1")))
                .add(extension(43, new Bytes().u8(4).u16(0x0304).u16(0x0303)))
                .add(extension(51, new Bytes().u16(36).u16(29).u16(32).add(random(32, dice))));
        Bytes hello = new Bytes()
                .u16(0x0303)
                .add(random(32, dice))
                .u8(32)
                .add(random(32, dice))
                .u16(6)
                .u16(0x1301)
                .u16(0x1302)
                .u16(0xc02f)
                .u8(1)
                .u8(0)
                .u16(extensions.length())
                .add(extensions);
        return handshake(1, hello, 0x0301);
    }

    /** The answer, the change of cipher, and an encrypted flight of a certificate's size. */
    static byte[] serverHello(Random dice) {
        Bytes extensions = extension(43, new Bytes().u16(0x0304))
                .add(extension(51, new Bytes().u16(29).u16(32).add(random(32, dice))));
        Bytes hello = new Bytes()
                .u16(0x0303)
                .add(random(32, dice))
                .u8(32)
                .add(random(32, dice))
                .u16(0x1301)
                .u8(0)
                .u16(extensions.length())
                .add(extensions);
        return new Bytes()
                .add(handshake(2, hello, 0x0303))
                .add(Bytes.of(20, 3, 3, 0, 1, 1))
                .add(data(2_600, dice))
                .toArray();
    }

    /** @param description for example 40, {@code handshake_failure} */
    static byte[] fatalAlert(int description) {
        return record(ALERT, 0x0303, Bytes.of(2, description)).toArray();
    }

    static byte[] data(int length, Random dice) {
        return record(DATA, 0x0303, new Bytes().add(random(length, dice))).toArray();
    }

    private static byte[] handshake(int type, Bytes body, int version) {
        return record(
                        HANDSHAKE,
                        version,
                        new Bytes().u8(type).u24(body.length()).add(body))
                .toArray();
    }

    private static Bytes record(int type, int version, Bytes body) {
        return new Bytes().u8(type).u16(version).u16(body.length()).add(body);
    }

    private static Bytes extension(int type, Bytes body) {
        return new Bytes().u16(type).u16(body.length()).add(body);
    }

    private static byte[] random(int length, Random dice) {
        byte[] bytes = new byte[length];
        dice.nextBytes(bytes);
        return bytes;
    }
}
