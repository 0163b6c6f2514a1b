package dev.nightcap.verdict;

import dev.nightcap.verdict.rules.Finding;
import java.util.List;

/**
 * What a capture says.
 *
 * @param sentence the one to read first; plain text, safe to show anywhere, no final full stop
 * @param findings heaviest first, what was found normal last
 */
public record Verdict(String sentence, List<Finding> findings) {
    public Verdict {
        findings = List.copyOf(findings);
    }
}
