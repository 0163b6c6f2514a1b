package dev.nightcap.simulator.scenario;

/**
 * What rules are matched against.
 *
 * @param target the captured resource's id, or empty where the request concerns no capture
 */
public record Subject(String operation, String method, String path, String target) {}
