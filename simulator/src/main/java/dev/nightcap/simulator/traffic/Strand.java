package dev.nightcap.simulator.traffic;

import java.util.function.Consumer;

/** One kind of conversation in a story. */
@FunctionalInterface
interface Strand {

    /**
     * Emits every frame of the conversations that begin in that second; frames may lie beyond it, never before it.
     *
     * @param second from the capture's start, 0 or more
     */
    void second(long second, Scene scene, Consumer<Frame> out);

    /** The numbers of the events that fall into a second, where {@code perMinute} of them are spread evenly over each minute. */
    static long first(long second, long perMinute) {
        return (second * perMinute + 59) / 60;
    }
}
