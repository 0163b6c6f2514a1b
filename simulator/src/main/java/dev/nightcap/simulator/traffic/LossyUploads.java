package dev.nightcap.simulator.traffic;

import dev.nightcap.simulator.traffic.Frame.Endpoint;
import java.util.Random;
import java.util.function.Consumer;

/** An upload each second in sixteen segments, of which one in sixteen is lost on the way and sent again. */
record LossyUploads() implements Strand {

    private static final int SEGMENTS = 16;

    @Override
    public void second(long second, Scene scene, Consumer<Frame> out) {
        Random dice = scene.dice("lossy", second);
        Endpoint client = new Endpoint(scene.local(), Scene.port(58_000, second));
        Endpoint server = new Endpoint(Scene.STORAGE, 8443);
        Talk talk = new Talk(scene, client, server, second * 1_000_000 + 50_000, dice, out).open();
        int lost = dice.nextInt(SEGMENTS);
        for (int i = 0; i < SEGMENTS; i++) {
            byte[] payload = new byte[1_200];
            dice.nextBytes(payload);
            if (i == lost) {
                talk.clientRepeats(payload);
            } else {
                talk.clientSays(payload);
            }
        }
        talk.close();
    }
}
