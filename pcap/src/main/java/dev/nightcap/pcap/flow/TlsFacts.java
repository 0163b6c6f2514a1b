package dev.nightcap.pcap.flow;

import java.util.List;

/**
 * What was seen of TLS over TCP, in records that begin with a segment and in the clear.
 *
 * @param clientHellos first ones of connections
 * @param unanswered connections whose ClientHello got no ServerHello, told only where packets of the server were
 *     captured and where there was time for an answer before the capture's end
 * @param alerts fatal alerts in the clear
 * @param oldVersions ServerHellos that chose SSL 3, TLS 1.0 or TLS 1.1
 * @param unansweredNames servers asked for in unanswered ClientHellos, at most 10, in characters a host name may have
 */
public record TlsFacts(
        long clientHellos, Tally unanswered, Tally alerts, Tally oldVersions, List<String> unansweredNames) {}
