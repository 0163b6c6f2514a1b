package dev.nightcap.verdict.rules;

/** How much a finding weighs, heaviest first. */
public enum Severity {
    /** Somebody's request failed. */
    ERROR,
    /** Something was slower or stranger than it should be. */
    WARN,
    /** Worth knowing; limits what the rest may be trusted for. */
    INFO,
    /** Looked for and found normal. */
    OK
}
