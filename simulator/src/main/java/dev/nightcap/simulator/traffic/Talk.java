package dev.nightcap.simulator.traffic;

import dev.nightcap.simulator.traffic.Frame.Endpoint;
import java.util.Arrays;
import java.util.Random;
import java.util.function.Consumer;

/** One TCP connection as it passes by: keeps the numbers and the time, emits the frames. */
final class Talk {

    private static final int MOST = 1400;
    private static final byte[] NOTHING = new byte[0];

    private final Wire wire;
    private final Endpoint client;
    private final Endpoint server;
    private final Consumer<Frame> out;
    private final Random dice;
    private long clientSeq;
    private long serverSeq;
    private long now;

    Talk(Scene scene, Endpoint client, Endpoint server, long start, Random dice, Consumer<Frame> out) {
        this.wire = scene.wire();
        this.client = client;
        this.server = server;
        this.now = start;
        this.dice = dice;
        this.out = out;
        this.clientSeq = dice.nextInt() & 0x7fffffffL;
        this.serverSeq = dice.nextInt() & 0x7fffffffL;
    }

    /** Lets that much time pass. */
    Talk after(long micros) {
        now += micros;
        return this;
    }

    /** A handshake of about a millisecond. */
    Talk open() {
        emit(true, Wire.SYN, NOTHING);
        clientSeq++;
        after(700 + dice.nextInt(900));
        emit(false, Wire.SYN | Wire.ACK, NOTHING);
        serverSeq++;
        after(40 + dice.nextInt(40));
        emit(true, Wire.ACK, NOTHING);
        return this;
    }

    /** Nobody answers: the request is repeated after 1, 2 and 4 s, as Linux does. */
    void knock() {
        for (long wait : new long[] {0, 1_000_000, 2_000_000, 4_000_000}) {
            after(wait);
            emit(true, Wire.SYN, NOTHING);
        }
    }

    Talk clientSays(byte[] payload) {
        return says(true, payload);
    }

    Talk serverSays(byte[] payload) {
        return says(false, payload);
    }

    /** A segment that is seen on its way out, lost behind us, and sent again after 210 ms. */
    Talk clientRepeats(byte[] payload) {
        emit(true, Wire.PSH | Wire.ACK, payload);
        after(210_000);
        return says(true, payload);
    }

    /** Both sides say goodbye. */
    void close() {
        after(80);
        emit(true, Wire.FIN | Wire.ACK, NOTHING);
        clientSeq++;
        after(600 + dice.nextInt(300));
        emit(false, Wire.FIN | Wire.ACK, NOTHING);
        serverSeq++;
        after(40);
        emit(true, Wire.ACK, NOTHING);
    }

    /** What the client says is answered by a reset, and that is the end. */
    void clientDemands(byte[] payload) {
        emit(true, Wire.PSH | Wire.ACK, payload);
        clientSeq += payload.length;
        after(900);
        emit(false, Wire.RST | Wire.ACK, NOTHING);
    }

    private Talk says(boolean byClient, byte[] payload) {
        for (int at = 0; at < payload.length; at += MOST) {
            byte[] part = Arrays.copyOfRange(payload, at, Math.min(payload.length, at + MOST));
            emit(byClient, Wire.PSH | Wire.ACK, part);
            if (byClient) {
                clientSeq += part.length;
            } else {
                serverSeq += part.length;
            }
            after(15);
        }
        after(500 + dice.nextInt(400));
        emit(!byClient, Wire.ACK, NOTHING);
        return after(50);
    }

    private void emit(boolean byClient, int flags, byte[] payload) {
        out.accept(
                byClient
                        ? wire.tcp(now, client, server, clientSeq, serverSeq, flags, payload)
                        : wire.tcp(now, server, client, serverSeq, clientSeq, flags, payload));
    }
}
