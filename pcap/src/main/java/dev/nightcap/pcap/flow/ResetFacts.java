package dev.nightcap.pcap.flow;

/**
 * Connections that one address tore down with a RST: the first RST of each connection that was neither refused nor already
 * closed by both ends.
 *
 * @param sender the address in the RST's source, which a middle box may have forged
 * @param idle the time without any packet of the connection before the RST
 */
public record ResetFacts(String sender, Tally connections, Latency idle) {}
