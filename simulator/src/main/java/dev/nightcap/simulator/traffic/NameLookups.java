package dev.nightcap.simulator.traffic;

import dev.nightcap.simulator.traffic.Frame.Endpoint;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;

/**
 * Ten DNS questions a second to Azure's resolver, answered within a few milliseconds.
 *
 * @param failing whether one question in four is answered by SERVFAIL and one in ten not at all
 */
record NameLookups(boolean failing) implements Strand {

    private static final int PER_MINUTE = 600;
    private static final List<String> NAMES = List.of(
            "db-01.night.internal.cloudapp.net",
            "login.microsoftonline.com",
            "nightcapevidence.blob.core.windows.net",
            "payments.example.com");

    @Override
    public void second(long second, Scene scene, Consumer<Frame> out) {
        for (long n = Strand.first(second, PER_MINUTE); n < Strand.first(second + 1, PER_MINUTE); n++) {
            Random dice = scene.dice("names", n);
            Endpoint client = new Endpoint(scene.local(), Scene.port(40_000, n));
            Endpoint resolver = new Endpoint(Scene.RESOLVER, 53);
            String name = NAMES.get((int) (n % NAMES.size()));
            int id = dice.nextInt(65_536);
            long asked = n * 60_000_000 / PER_MINUTE + dice.nextInt(50_000);
            out.accept(scene.wire().udp(asked, client, resolver, message(id, 0x0100, name, 0)));
            if (failing && n % 10 == 9) {
                continue;
            }
            boolean refused = failing && n % 4 == 3;
            byte[] answer = message(id, refused ? 0x8182 : 0x8180, name, refused ? 0 : 1);
            out.accept(scene.wire().udp(asked + 800 + dice.nextInt(3_000), resolver, client, answer));
        }
    }

    /** RFC 1035: a header, one question, and at most one answer, an address. */
    private static byte[] message(int id, int flags, String name, int answers) {
        Bytes bytes = new Bytes().u16(id).u16(flags).u16(1).u16(answers).u16(0).u16(0);
        for (String label : name.split("\\.", -1)) {
            bytes.u8(label.length()).text(label);
        }
        bytes.u8(0).u16(1).u16(1);
        if (answers == 1) {
            bytes.u16(0xc00c)
                    .u16(1)
                    .u16(1)
                    .u32(60)
                    .u16(4)
                    .address(name.startsWith("db-01") ? Scene.DATABASE : Scene.STORAGE);
        }
        return bytes.toArray();
    }
}
