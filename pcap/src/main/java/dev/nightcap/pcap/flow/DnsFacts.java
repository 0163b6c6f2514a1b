package dev.nightcap.pcap.flow;

import java.util.List;

/**
 * What was seen of DNS over UDP on port 53.
 *
 * @param queries query packets (dns.flags.response == 0), those sent again included
 * @param responses response packets
 * @param questions queries without those sent again: same ends, ports and id before an answer
 * @param unanswered questions without a response, though there was time
 * @param pending questions without a response yet, with too little time left before the capture's end to say
 * @param nxdomain responses with rcode 3
 * @param servfail responses with rcode 2
 * @param otherErrors responses with any other rcode but 0
 * @param slow questions answered after a second or more
 * @param latency question to response
 * @param silentServers addresses that left questions unanswered, most first, at most 10
 * @param unansweredNames asked for without an answer, at most 10, in characters that a host name may have
 * @param failedNames asked for and answered with an rcode other than 0, likewise
 */
public record DnsFacts(
        long queries,
        long responses,
        long questions,
        Tally unanswered,
        long pending,
        Tally nxdomain,
        Tally servfail,
        Tally otherErrors,
        Tally slow,
        Latency latency,
        List<String> silentServers,
        List<String> unansweredNames,
        List<String> failedNames) {}
