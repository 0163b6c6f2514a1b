package dev.nightcap.simulator.traffic;

import dev.nightcap.simulator.traffic.Frame.Endpoint;
import java.util.Random;
import java.util.function.Consumer;

/**
 * Pooled connections that fall silent and are then used again: a load balancer has forgotten them after 240 s and answers
 * with a reset. In a capture shorter than ten minutes they are silent for two fifths of it, so that the reset is seen.
 */
record IdleConnections() implements Strand {

    private static final long FORGOTTEN = 240_000_000;

    @Override
    public void second(long second, Scene scene, Consumer<Frame> out) {
        long silence = Math.min(FORGOTTEN, scene.micros() * 2 / 5);
        Random dice = scene.dice("idle", second);
        Endpoint client = new Endpoint(scene.caller(), Scene.port(52_000, second));
        Endpoint server = new Endpoint(Scene.DATABASE, 1433);
        long start = second * 1_000_000 + 200_000 + dice.nextInt(300_000);
        byte[] query = new byte[160];
        dice.nextBytes(query);
        Talk talk = new Talk(scene, client, server, start, dice, out).open();
        talk.clientSays(query).serverSays(query).after(silence).clientDemands(query);
    }
}
