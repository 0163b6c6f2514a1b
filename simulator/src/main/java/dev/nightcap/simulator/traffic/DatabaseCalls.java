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
                .clientSays(Tds.prelogin())
                .serverSays(Tds.preloginResponse())
                .clientSays(Tds.batch("SELECT total FROM orders WHERE id = " + dice.nextInt(1_000_000)))
                .after(1_000 + dice.nextInt(6_000))
                .serverSays(Tds.done(4 + dice.nextInt(160)))
                .close();
    }
}
