package dev.nightcap.workflows.capture;

import org.jspecify.annotations.Nullable;

/**
 * Who asked for a capture, and why.
 *
 * @param trigger {@code person} or {@code alert}
 * @param name the person's account name, or the alert rule's name
 * @param alertId our id of the alert, without its prefix
 * @param alertRule the rule's name, for the people that it belongs to
 * @param reason in the asker's words
 */
public record Asker(
        String trigger,
        String name,
        @Nullable String alertId,
        @Nullable String alertRule,
        @Nullable String reason) {
    public static final String PERSON = "person";
    public static final String ALERT = "alert";

    public static Asker person(String name, @Nullable String reason) {
        return new Asker(PERSON, name, null, null, reason);
    }

    public static Asker alert(String alertId, @Nullable String rule, @Nullable String reason) {
        return new Asker(ALERT, rule == null ? "an alert without a rule" : rule, alertId, rule, reason);
    }

    /** For a sentence: {@code alert rule "resets"} or {@code alice}. */
    public String described() {
        return alertRule == null ? name : "alert rule \"" + alertRule + "\"";
    }
}
