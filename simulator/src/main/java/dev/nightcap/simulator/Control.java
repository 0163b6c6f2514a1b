package dev.nightcap.simulator;

import dev.nightcap.simulator.arm.Arm;
import dev.nightcap.simulator.arm.Journal;
import dev.nightcap.simulator.scenario.Rule;
import dev.nightcap.simulator.scenario.Scenario;
import dev.nightcap.simulator.scenario.ScenarioText;
import dev.nightcap.simulator.web.Answer;
import dev.nightcap.simulator.web.Handler;
import dev.nightcap.simulator.web.Json;
import dev.nightcap.simulator.web.Reply;
import dev.nightcap.simulator.web.WebRequest;
import java.util.List;

/**
 * The simulator's own paths under {@code /_simulator/}, on ARM's port, open to whoever reaches loopback; everything else
 * goes to ARM. They stand in no journal.
 */
final class Control implements Handler {

    private final Scenario scenario;
    private final Journal journal;
    private final Arm arm;

    Control(Scenario scenario, Journal journal, Arm arm) {
        this.scenario = scenario;
        this.journal = journal;
        this.arm = arm;
    }

    @Override
    public Answer handle(WebRequest request) {
        if (!request.path().startsWith("/_simulator/")) {
            return arm.handle(request);
        }
        String what = request.method() + " " + request.path().substring("/_simulator".length());
        Reply reply = switch (what) {
            case "GET /captures" -> Reply.of(200, arm.captures());
            case "GET /journal" -> Reply.of(200, "[" + String.join(",\n", journal.lines()) + "]");
            case "GET /faults" -> names(200, scenario.rules());
            case "POST /faults" -> lay(request.body());
            case "DELETE /faults" -> {
                scenario.liftAll();
                yield Reply.empty(204);
            }
            default ->
                what.startsWith("DELETE /faults/")
                        ? lift(what.substring("DELETE /faults/".length()))
                        : Reply.of(404, "{\"error\":\"no " + what + "; see the simulator's README\"}");
        };
        return reply.with("Content-Type", "application/json; charset=utf-8");
    }

    private Reply lay(String json) {
        try {
            List<Rule> rules = ScenarioText.parse("the posted scenario", json).rules();
            rules.forEach(scenario::lay);
            return names(201, rules);
        } catch (IllegalArgumentException e) {
            return Reply.of(400, Json.compact(Json.object().put("error", e.getMessage())));
        }
    }

    private Reply lift(String name) {
        return scenario.lift(name)
                ? Reply.empty(204)
                : Reply.of(404, Json.compact(Json.object().put("error", "no rule of the name " + name)));
    }

    private static Reply names(int status, List<Rule> rules) {
        var names = Json.array();
        rules.forEach(rule -> names.add(rule.name()));
        return Reply.of(status, Json.compact(Json.object().set("rules", names)));
    }
}
