package dev.nightcap.simulator.web;

/** The request was carried out, and the connection ends before the client hears of it. */
public record Dropped(Reply reply) implements Answer {}
