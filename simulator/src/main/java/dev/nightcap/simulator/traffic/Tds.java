package dev.nightcap.simulator.traffic;

import java.nio.charset.StandardCharsets;

/** Messages between a program and a SQL Server as a passer-by sees them (MS-TDS 7.4, unencrypted). */
final class Tds {

    private static final int BATCH = 0x01;
    private static final int RESPONSE = 0x04;
    private static final int PRELOGIN = 0x12;

    private Tds() {}

    static byte[] prelogin() {
        return message(PRELOGIN, options());
    }

    static byte[] preloginResponse() {
        return message(RESPONSE, options());
    }

    /** One statement, after the header that names its transaction. */
    static byte[] batch(String sql) {
        Bytes headers = Bytes.of(22, 0, 0, 0, 18, 0, 0, 0, 2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0);
        return message(BATCH, headers.add(sql.getBytes(StandardCharsets.UTF_16LE)));
    }

    /** The end of so many statements, one row each. */
    static byte[] done(int statements) {
        Bytes tokens = new Bytes();
        for (int i = 1; i <= statements; i++) {
            tokens.add(Bytes.of(0xfd, i < statements ? 0x11 : 0x10, 0, 0xc1, 0, 1, 0, 0, 0, 0, 0, 0, 0));
        }
        return message(RESPONSE, tokens);
    }

    /** The options VERSION and ENCRYPTION, the latter "not supported". */
    private static Bytes options() {
        return Bytes.of(0, 0, 11, 0, 6, 1, 0, 17, 0, 1, 0xff, 16, 0, 0x10, 0x51, 0, 0, 2);
    }

    /** Type, last packet, length, process, number, window; then the content. */
    private static byte[] message(int type, Bytes content) {
        return Bytes.of(type, 1)
                .u16(content.length() + 8)
                .u16(0)
                .u8(1)
                .u8(0)
                .add(content)
                .toArray();
    }
}
