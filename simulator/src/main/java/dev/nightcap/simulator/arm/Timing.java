package dev.nightcap.simulator.arm;

import java.time.Duration;

/**
 * How long things take on the simulator's clock. Azure took 10 to 31 s for create and stop, 1 to 12 s for delete.
 *
 * @param operation create and stop; delete takes half of it
 * @param upload from the end of a capture until its file is there
 * @param retryAfter seconds, as Azure's header has it; Azure sends 10
 */
public record Timing(Duration operation, Duration upload, int retryAfter) {}
