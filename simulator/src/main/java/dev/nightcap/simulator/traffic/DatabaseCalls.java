package dev.nightcap.simulator.traffic;

import dev.nightcap.simulator.traffic.Frame.Endpoint;
import java.util.Random;
import java.util.function.Consumer;

/**
 * 412 short connections a minute to a SQL Server, of which so many get no answer to their SYN, evenly spread.
 *
 * @param unanswered of each 412, 0 to 412
 */
record DatabaseCalls(int unanswered) implements Strand {

    private static final int PER_MINUTE = 412;
    private static final int SQL_SERVER = 1433;

    @Override
    public void second(long second, Scene scene, Consumer<Frame> out) {
        for (long n = Strand.first(second, PER_MINUTE); n < Strand.first(second + 1, PER_MINUTE); n++) {
            Random dice = scene.dice("database", n);
            Endpoint client = new Endpoint(scene.caller(), Scene.port(33_000, n));
            Endpoint server = new Endpoint(Scene.DATABASE, SQL_SERVER);
            long start = n * 60_000_000 / PER_MINUTE + dice.nextInt(60_000);
            Talk talk = new Talk(scene, client, server, start, dice, out);
            if (lost(n)) {
                talk.knock();
            } else {
                call(talk, dice);
            }
        }
    }

    /** Spreads the lost ones evenly: among any 412 in a row there are exactly so many. */
    private boolean lost(long n) {
        return (n * unanswered + 200) % PER_MINUTE < unanswered;
    }

    private static void call(Talk talk, Random dice) {
        talk.open()
                .clientSays(message(0x12, 88, dice))
                .serverSays(message(0x04, 48, dice))
                .clientSays(message(0x01, 120 + dice.nextInt(300), dice))
                .after(1_000 + dice.nextInt(6_000))
                .serverSays(message(0x04, 200 + dice.nextInt(2_400), dice))
                .close();
    }

    /** A TDS message: an eight-byte header (type, last packet, length, process, number, window), then its content. */
    private static byte[] message(int type, int length, Random dice) {
        byte[] content = new byte[length];
        dice.nextBytes(content);
        return Bytes.of(type, 1).u16(length + 8).u16(0).u8(1).u8(0).add(content).toArray();
    }
}
