package dev.nightcap.verdict.rules;

import dev.nightcap.pcap.CaptureFacts;
import dev.nightcap.pcap.flow.TlsFacts;
import java.util.ArrayList;
import java.util.List;

/** TLS: hellos without an answer, fatal alerts, versions that are no longer safe. */
final class TlsHandshakes implements Rule {
    @Override
    public List<Finding> judge(CaptureFacts facts) {
        TlsFacts tls = facts.tls();
        List<Finding> findings = new ArrayList<>();
        if (tls.unanswered().count() > 0) {
            findings.add(Finding.of(
                    Severity.ERROR,
                    "tls-hello-unanswered",
                    Words.count(tls.unanswered().count()) + " of "
                            + Words.count(tls.clientHellos(), "TLS ClientHello") + " got no ServerHello"
                            + Words.named(", asked for ", tls.unansweredNames()),
                    tls.unanswered(),
                    "tls.handshake.type==1" + asking(tls.unansweredNames())));
        }
        if (tls.alerts().count() > 0) {
            findings.add(Finding.of(
                    Severity.ERROR,
                    "tls-alert",
                    Words.count(tls.alerts().count(), "fatal TLS alert"),
                    tls.alerts(),
                    "tls.alert_message.level==2"));
        }
        if (tls.oldVersions().count() > 0) {
            findings.add(Finding.of(
                    Severity.WARN,
                    "tls-old-version",
                    Words.count(tls.oldVersions().count(), "TLS handshake") + " settled on a version before TLS 1.2",
                    tls.oldVersions(),
                    "tls.handshake.type==2 && tls.handshake.version<0x0303"));
        }
        if (findings.isEmpty() && tls.clientHellos() > 0) {
            findings.add(Finding.note(
                    Severity.OK,
                    "tls",
                    "TLS " + Words.count(tls.clientHellos()) + "/" + Words.count(tls.clientHellos())
                            + " ClientHellos answered",
                    tls.clientHellos()));
        }
        return findings;
    }

    /** Wireshark has no filter for hellos without an answer; the names narrow it down unless one was altered or cut. */
    private static String asking(List<String> names) {
        boolean exact = !names.isEmpty()
                && names.size() <= Thresholds.LISTED
                && names.stream().allMatch(name -> name.length() < 100 && name.indexOf('?') < 0);
        return exact ? " && tls.handshake.extensions_server_name in {\"" + String.join("\",\"", names) + "\"}" : "";
    }
}
