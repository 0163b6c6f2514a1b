package dev.nightcap.simulator.web;

/** Answers a request. Called on many threads at once. */
@FunctionalInterface
public interface Handler {

    Answer handle(WebRequest request);
}
