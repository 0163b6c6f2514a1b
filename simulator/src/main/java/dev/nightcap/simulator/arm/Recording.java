package dev.nightcap.simulator.arm;

import java.time.Instant;
import java.util.List;

/**
 * What one machine's agent takes down and where the file goes.
 *
 * @param address of the machine, to tell local from remote
 * @param story what the packets tell
 * @param from the first moment, {@code to} the last
 * @param bytesPerPacket 0 for whole packets
 * @param totalBytes of the file; 0 for no limit
 * @param keep how many bytes of the file arrive; {@code Long.MAX_VALUE} for all
 */
public record Recording(
        String address,
        String story,
        Instant from,
        Instant to,
        long bytesPerPacket,
        long totalBytes,
        List<PacketFilter> filters,
        String account,
        String container,
        String blob,
        long keep) {}
