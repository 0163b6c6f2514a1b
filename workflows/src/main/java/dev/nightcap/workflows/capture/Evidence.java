package dev.nightcap.workflows.capture;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One verified file.
 *
 * @param url without any signature
 * @param instance of a scale set or web app; empty for a VM
 * @param sha256 64 hexadecimal digits
 * @param format as the file's magic bytes have it, for example {@code pcap}; {@code unknown} if nobody knows
 * @param packets -1 where the format cannot be read
 * @param truncated whether the file ends inside a packet
 */
public record Evidence(
        String url,
        String instance,
        long bytes,
        String sha256,
        String format,
        long packets,
        @Nullable Instant firstPacket,
        @Nullable Instant lastPacket,
        boolean truncated) {}
