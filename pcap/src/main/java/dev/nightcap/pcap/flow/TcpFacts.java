package dev.nightcap.pcap.flow;

import java.util.List;

/**
 * What was seen of TCP. Analysis of sequence numbers follows Wireshark's (tcp.analysis.*), except that a segment is told to
 * be out of order rather than sent again by whether it falls into one of the last four gaps of its direction, where
 * Wireshark remembers every unacknowledged segment; and that packets of one connection after it was retired from the
 * bounded table count as another connection.
 *
 * @param packets TCP packets, without those quoted in ICMP errors and without later IP fragments
 * @param connections as Wireshark's tcp.stream: a SYN with another sequence number on the same ports is another one
 * @param syn packets with SYN and without ACK
 * @param synAck packets with SYN and ACK
 * @param attempts connections whose SYN was seen
 * @param unanswered those of them that nothing came back for, though there was time
 * @param pending those that nothing came back for yet, with too little time left before the capture's end to say
 * @param refused those of them that a RST came back for before anything else
 * @param rst packets with RST
 * @param resets connections torn down, by sender
 * @param retransmissions tcp.analysis.retransmission, with the fast and the spurious ones
 * @param outOfOrder tcp.analysis.out_of_order
 * @param duplicateAcks tcp.analysis.duplicate_ack
 * @param lostSegments tcp.analysis.lost_segment: gaps, whether lost on the wire or by the capture
 * @param zeroWindow tcp.analysis.zero_window
 * @param handshake SYN to the ACK that completes the handshake (tcp.analysis.initial_rtt), wherever it was captured
 * @param oneSided connections of three packets or more that were captured in one direction only
 * @param servers worst first, at most 100
 * @param overflow connections that the bounded tables had to let go of, or to lump together
 */
public record TcpFacts(
        long packets,
        long connections,
        long syn,
        long synAck,
        long attempts,
        Tally unanswered,
        long pending,
        Tally refused,
        Tally rst,
        List<ResetFacts> resets,
        Tally retransmissions,
        Tally outOfOrder,
        Tally duplicateAcks,
        Tally lostSegments,
        Tally zeroWindow,
        Latency handshake,
        long oneSided,
        List<ServerFacts> servers,
        long overflow) {}
