package dev.nightcap.workflows.capture;

/** A capture with its ids: what {@code capture.json} holds, and what channels are told. */
public record CaptureDocument(String id, String runId, CaptureRequest request, CaptureResult result) {}
