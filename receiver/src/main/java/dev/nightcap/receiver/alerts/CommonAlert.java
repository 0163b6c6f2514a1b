package dev.nightcap.receiver.alerts;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The common alert schema: one form for every service of Azure Monitor that a rule asks to use it. */
final class CommonAlert implements Adapter {
    private static final String SCHEMA = "azureMonitorCommonAlertSchema";

    @Override
    public boolean recognises(Place root) {
        return root.get("schemaId").says(SCHEMA);
    }

    @Override
    public Reading read(Place root) throws Malformed {
        Place essentials = root.get("data", "essentials");
        if (!essentials.node().isObject()) {
            throw Malformed.missing(SCHEMA, essentials, "send data.essentials as Azure Monitor does");
        }
        if (!State.fired(SCHEMA, essentials.get("monitorCondition"))) {
            return State.over(SCHEMA);
        }
        Place context = root.get("data", "alertContext");
        Place alertId = essentials.get("alertId");
        NewsBuilder news = new NewsBuilder(SCHEMA)
                .azureId(alertId)
                .key(alertId)
                .mention(essentials.get("alertRuleId"))
                .rule(essentials.get("alertRule"))
                .severity(essentials.get("severity"))
                .firedAt(essentials.get("firedDateTime"))
                .description(essentials.get("description").words(), Condition.words(context.get("condition")))
                .mayLackTarget(isAboutMoney(essentials, context));
        if (isActivityLog(essentials)) {
            news.key(context.get("eventDataId"));
        }
        addTargets(news, essentials.get("alertTargetIDs"));
        if (isLog(essentials)) {
            news.dimensions(Condition.dimensions(context.get("condition")))
                    .dimensions(context.get("Dimensions").items());
        }
        return news.build();
    }

    private static void addTargets(NewsBuilder news, Place ids) throws Malformed {
        if (!ids.isAbsent() && !ids.node().isArray()) {
            throw Malformed.invalid(SCHEMA, ids, "the targets are not a list", "alertTargetIDs is a list of ARM ids");
        }
        for (Place id : ids.items()) {
            news.listed(id);
        }
    }

    private static boolean isAboutMoney(Place essentials, Place context) {
        String service = String.valueOf(essentials.get("monitoringService").text());
        return Stream.of("cost", "budget")
                        .anyMatch(word -> service.toLowerCase(Locale.ROOT).contains(word))
                || context.get("AlertCategory").says("budgets");
    }

    private static boolean isLog(Place essentials) {
        Place service = essentials.get("monitoringService");
        return essentials.get("signalType").says("Log")
                || List.of("Log ", "Application Insights").stream().anyMatch(service::startsWith);
    }

    /** Its alerts are stateless: the event, not the alert, is the news. */
    private static boolean isActivityLog(Place essentials) {
        Place service = essentials.get("monitoringService");
        return essentials.get("signalType").says("Activity Log")
                || List.of("Activity Log", "ServiceHealth", "Service Health", "Resource Health", "ResourceHealth")
                        .stream()
                        .anyMatch(service::startsWith);
    }
}
