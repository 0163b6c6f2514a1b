package dev.nightcap.pcap;

import dev.nightcap.pcap.flow.DnsFacts;
import dev.nightcap.pcap.flow.TcpFacts;
import dev.nightcap.pcap.flow.TlsFacts;
import dev.nightcap.pcap.flow.UdpFacts;
import dev.nightcap.pcap.format.CaptureFormat;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a capture file holds.
 *
 * @param format of the file, or of what stands in its container
 * @param container {@code "gzip"} or {@code "zip"}; null for a bare file
 * @param bytes all bytes that the channel gave, as they were (compressed, if so)
 * @param packets frames that were read
 * @param first earliest time of a packet; null if none has one
 * @param last latest time of a packet
 * @param truncated the file ends in the middle of a record or a compressed stream
 * @param damage where and why reading stopped before the end; null if it did not
 * @param linkTypes names of the packets' link types, in order of appearance
 * @param snapped packets of which the file holds fewer bytes than were on the wire
 */
public record CaptureFacts(
        CaptureFormat format,
        @Nullable String container,
        long bytes,
        long packets,
        @Nullable Instant first,
        @Nullable Instant last,
        boolean truncated,
        @Nullable String damage,
        List<String> linkTypes,
        long snapped,
        TcpFacts tcp,
        UdpFacts udp,
        DnsFacts dns,
        TlsFacts tls) {}
