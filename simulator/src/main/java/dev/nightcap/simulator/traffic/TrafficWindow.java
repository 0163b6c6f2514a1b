package dev.nightcap.simulator.traffic;

import java.time.Instant;
import java.util.List;

/**
 * What is taken down of a story, and when.
 *
 * @param local IPv4 address of the machine that captures
 * @param from no packet is earlier, {@code to}: none is as late
 * @param bytesPerPacket how much of each frame is kept; 0 for all
 * @param totalBytes most that the file may hold, headers included; 0 for no limit
 * @param filters a frame is kept if one fits, or if there are none
 * @param seed the same seed tells the same story, byte for byte but for the time of day
 */
public record TrafficWindow(
        String local,
        Instant from,
        Instant to,
        long bytesPerPacket,
        long totalBytes,
        List<FrameFilter> filters,
        long seed) {

    public TrafficWindow {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("the window ends before it begins: " + from + " to " + to);
        }
        filters = List.copyOf(filters);
    }

    /** Whole packets, no limit, no filter. */
    public static TrafficWindow of(String local, Instant from, Instant to) {
        return new TrafficWindow(local, from, to, 0, 0, List.of(), 1);
    }

    public TrafficWindow withBytesPerPacket(long bytes) {
        return new TrafficWindow(local, from, to, bytes, totalBytes, filters, seed);
    }

    public TrafficWindow withTotalBytes(long bytes) {
        return new TrafficWindow(local, from, to, bytesPerPacket, bytes, filters, seed);
    }

    public TrafficWindow withFilters(List<FrameFilter> some) {
        return new TrafficWindow(local, from, to, bytesPerPacket, totalBytes, some, seed);
    }

    public TrafficWindow withSeed(long other) {
        return new TrafficWindow(local, from, to, bytesPerPacket, totalBytes, filters, other);
    }

    boolean keeps(Frame frame) {
        return filters.isEmpty() || filters.stream().anyMatch(filter -> filter.fits(frame, local));
    }

    int snapLength() {
        return bytesPerPacket == 0 || bytesPerPacket > PcapWriter.MOST ? PcapWriter.MOST : (int) bytesPerPacket;
    }
}
