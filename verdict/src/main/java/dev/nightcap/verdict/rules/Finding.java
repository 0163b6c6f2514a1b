package dev.nightcap.verdict.rules;

import dev.nightcap.pcap.flow.Sighting;
import dev.nightcap.pcap.flow.Tally;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One thing that the packets show.
 *
 * @param code stable, lower case with hyphens, for machines
 * @param sentence plain text of letters, digits and ordinary punctuation, safe to show anywhere; no final full stop
 * @param count of what the code says
 * @param filter a Wireshark display filter that shows the packets in question; empty where there is none
 * @param firstPacket frame number of the first of them; 0 where there is none
 * @param at its time
 */
public record Finding(
        Severity severity,
        String code,
        String sentence,
        long count,
        String filter,
        long firstPacket,
        @Nullable Instant at) {

    static Finding of(Severity severity, String code, String sentence, Tally tally, String filter) {
        Sighting first = tally.first();
        return new Finding(
                severity,
                code,
                sentence,
                tally.count(),
                filter,
                first == null ? 0 : first.packet(),
                first == null ? null : first.at());
    }

    static Finding note(Severity severity, String code, String sentence, long count) {
        return new Finding(severity, code, sentence, count, "", 0, null);
    }
}
