package dev.nightcap.verdict.rules;

import dev.nightcap.pcap.CaptureFacts;
import java.util.List;

/** Looks for one thing. */
public interface Rule {
    /** What was found, worst first; empty where the facts say nothing either way. */
    List<Finding> judge(CaptureFacts facts);
}
