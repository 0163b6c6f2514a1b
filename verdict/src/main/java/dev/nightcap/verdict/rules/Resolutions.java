package dev.nightcap.verdict.rules;

import dev.nightcap.pcap.CaptureFacts;
import dev.nightcap.pcap.flow.DnsFacts;
import dev.nightcap.pcap.flow.Tally;
import java.util.ArrayList;
import java.util.List;

/** DNS: questions without an answer, errors, slow answers. */
final class Resolutions implements Rule {
    @Override
    public List<Finding> judge(CaptureFacts facts) {
        DnsFacts dns = facts.dns();
        if (dns.questions() == dns.pending()) {
            return List.of();
        }
        List<Finding> findings = new ArrayList<>();
        long due = dns.questions() - dns.pending();
        if (dns.unanswered().count() > 0) {
            findings.add(Finding.of(
                    Severity.ERROR,
                    "dns-unanswered",
                    Words.count(dns.unanswered().count()) + " of " + Words.count(dns.questions(), "DNS question")
                            + " got no answer"
                            + Words.named(
                                    " from ",
                                    dns.silentServers().stream()
                                            .map(Resolutions::known)
                                            .toList())
                            + Words.named(", asked for ", dns.unansweredNames()),
                    dns.unanswered(),
                    "dns.flags.response==0 && !dns.response_in"));
        }
        add(findings, Severity.ERROR, "dns-servfail", "SERVFAIL", dns.servfail(), dns, "dns.flags.rcode==2");
        add(
                findings,
                Severity.WARN,
                "dns-nxdomain",
                "NXDOMAIN (no such name)",
                dns.nxdomain(),
                dns,
                "dns.flags.rcode==3");
        add(
                findings,
                Severity.WARN,
                "dns-error",
                "an error",
                dns.otherErrors(),
                dns,
                "dns.flags.rcode>0 && !(dns.flags.rcode in {2,3})");
        if (dns.slow().count() > 0) {
            findings.add(Finding.of(
                    Severity.WARN,
                    "dns-slow",
                    Words.count(dns.slow().count(), "DNS question") + " answered after a second or more",
                    dns.slow(),
                    "dns.time>=1"));
        }
        if (findings.isEmpty()) {
            findings.add(Finding.note(
                    Severity.OK,
                    "dns",
                    "DNS " + Words.count(due) + "/" + Words.count(due) + " answered",
                    dns.questions()));
        }
        return findings;
    }

    private static void add(
            List<Finding> findings,
            Severity severity,
            String code,
            String what,
            Tally tally,
            DnsFacts dns,
            String filter) {
        if (tally.count() > 0) {
            findings.add(Finding.of(
                    severity,
                    code,
                    Words.count(tally.count()) + " of " + Words.count(dns.responses(), "DNS answer") + " said " + what
                            + Words.named(", asked for ", dns.failedNames()),
                    tally,
                    filter));
        }
    }

    /** Azure's own resolver stands at this address in every virtual network. */
    private static String known(String server) {
        return server.equals("168.63.129.16") ? server + " (Azure's resolver)" : server;
    }
}
