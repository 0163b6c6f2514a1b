package dev.nightcap.activities.evidence;

import dev.nightcap.pcap.CaptureFacts;
import dev.nightcap.pcap.CaptureReader;
import dev.nightcap.pcap.format.CaptureFormat;
import dev.nightcap.verdict.Verdicts;
import dev.nightcap.workflows.capture.EvidenceReader.Finding;
import dev.nightcap.workflows.capture.EvidenceReader.Verdict;
import java.io.IOException;
import java.nio.channels.ReadableByteChannel;
import java.util.Locale;

/** From the facts of a capture file to what travels through workflows: the full facts stay here. */
final class CaptureFile {
    private CaptureFile() {}

    static Contents read(ReadableByteChannel file) throws IOException {
        CaptureFacts facts = CaptureReader.read(file);
        boolean counted = facts.format().readable() || facts.format() == CaptureFormat.EMPTY;
        return new Contents(
                format(facts),
                counted ? facts.packets() : -1,
                facts.first(),
                facts.last(),
                facts.truncated() || facts.damage() != null,
                verdict(Verdicts.of(facts)));
    }

    private static String format(CaptureFacts facts) {
        String label = facts.format().label();
        return facts.container() == null ? label : label + " in " + facts.container();
    }

    private static Verdict verdict(dev.nightcap.verdict.Verdict judged) {
        return new Verdict(
                judged.sentence(),
                judged.findings().stream().map(CaptureFile::finding).toList());
    }

    private static Finding finding(dev.nightcap.verdict.rules.Finding found) {
        return new Finding(
                found.severity().name().toLowerCase(Locale.ROOT),
                found.code(),
                found.sentence(),
                found.count(),
                found.filter());
    }
}
