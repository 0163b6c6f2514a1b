package dev.nightcap.receiver;

/** @param duplicate whether an earlier delivery of the same alert was accepted, so that this one started nothing */
public record Receipt(String alertId, boolean duplicate) {}
