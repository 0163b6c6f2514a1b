package dev.nightcap.workflows.alert;

/** What the Temporal Web UI shows of an alert, in Markdown. */
public final class DecisionPage {
    private DecisionPage() {}

    /** One line, set at the start. */
    public static String summary(Alert alert) {
        return (alert.rule() == null ? "an alert without a rule" : "\"" + alert.rule() + "\"") + " for "
                + alert.targets().size() + (alert.targets().size() == 1 ? " target" : " targets");
    }

    static String of(Decision decision) {
        StringBuilder page = new StringBuilder();
        for (TargetDecision target : decision.targets()) {
            page.append("- **").append(target.action().code()).append("** ");
            page.append(target.sentence()).append('\n');
        }
        return page.toString();
    }
}
