package dev.nightcap.simulator.web;

/** Answers a call. Called on many threads at once. */
@FunctionalInterface
public interface Endpoint {

    Answer answer(Call call);
}
