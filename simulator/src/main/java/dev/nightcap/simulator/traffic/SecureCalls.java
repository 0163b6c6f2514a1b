package dev.nightcap.simulator.traffic;

import dev.nightcap.simulator.traffic.Frame.Endpoint;
import java.util.Random;
import java.util.function.Consumer;

/**
 * A TLS connection each second to a storage account.
 *
 * @param failing whether the server refuses every second handshake with the alert {@code handshake_failure}
 */
record SecureCalls(boolean failing) implements Strand {

    private static final int PER_MINUTE = 60;
    private static final String HOST = "nightcapevidence.blob.core.windows.net";

    @Override
    public void second(long second, Scene scene, Consumer<Frame> out) {
        for (long n = Strand.first(second, PER_MINUTE); n < Strand.first(second + 1, PER_MINUTE); n++) {
            Random dice = scene.dice("secure", n);
            Endpoint client = new Endpoint(scene.local(), Scene.port(46_000, n));
            Endpoint server = new Endpoint(Scene.STORAGE, 443);
            long start = n * 60_000_000 / PER_MINUTE + 100_000 + dice.nextInt(600_000);
            Talk talk = new Talk(scene, client, server, start, dice, out).open();
            talk.clientSays(Tls.clientHello(HOST, dice)).after(900);
            if (failing && n % 2 == 1) {
                talk.serverSays(Tls.fatalAlert(40)).close();
            } else {
                talk.serverSays(Tls.serverHello(dice))
                        .clientSays(Tls.data(74, dice))
                        .clientSays(Tls.data(300, dice))
                        .after(2_500)
                        .serverSays(Tls.data(900, dice))
                        .close();
            }
        }
    }
}
