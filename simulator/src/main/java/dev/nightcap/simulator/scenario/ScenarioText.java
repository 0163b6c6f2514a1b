package dev.nightcap.simulator.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * A scenario as JSON: {@code {"seed": 1, "rules": [{"name", "on", "method", "path", "target", "after", "for", "skip",
 * "times", "probability", "fault": {"type", …}}]}}.
 */
public record ScenarioText(long seed, List<Rule> rules) {

    private static final Set<String> RULE_FIELDS =
            Set.of("name", "on", "method", "path", "target", "after", "for", "skip", "times", "probability", "fault");

    /** No rules. */
    public static ScenarioText none() {
        return new ScenarioText(1, List.of());
    }

    /**
     * Reads a scenario.
     *
     * @param source what to call the document in an error
     * @throws IllegalArgumentException that names every fault with its place
     */
    public static ScenarioText parse(String source, String json) {
        Problems problems = new Problems();
        JsonNode root = tree(source, json);
        problems.unknown("scenario", root, Set.of("seed", "rules"));
        List<Rule> rules = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (JsonNode node : root.path("rules")) {
            Rule rule = rule("rules[" + rules.size() + "]", node, "rule-" + (rules.size() + 1), problems);
            rules.add(rule);
            if (!names.add(rule.name())) {
                problems.add("rules[" + (rules.size() - 1) + "].name", "taken twice: " + rule.name());
            }
        }
        long seed = problems.number("scenario", root, "seed", 1, Long.MIN_VALUE, Long.MAX_VALUE);
        problems.raise(source);
        return new ScenarioText(seed, List.copyOf(rules));
    }

    private static JsonNode tree(String source, String json) {
        try {
            JsonNode root = new ObjectMapper().readTree(json);
            if (!root.isObject()) {
                throw new IllegalArgumentException(source + ": must be a JSON object with the field rules");
            }
            return root;
        } catch (IOException e) {
            throw new IllegalArgumentException(source + ": not JSON: " + e.getMessage(), e);
        }
    }

    private static Rule rule(String place, JsonNode node, String name, Problems problems) {
        problems.unknown(place, node, RULE_FIELDS);
        Match match = new Match(
                Optional.ofNullable(node.path("on").textValue()),
                Optional.ofNullable(node.path("method").textValue()),
                pattern(place, node, "path", problems),
                pattern(place, node, "target", problems));
        Window window = new Window(
                FaultText.duration(place, node, "after", Duration.ZERO, problems),
                node.has("for")
                        ? Optional.of(FaultText.duration(place, node, "for", Duration.ZERO, problems))
                        : Optional.empty());
        OptionalInt times = node.has("times")
                ? OptionalInt.of((int) problems.number(place, node, "times", 1, 1, Integer.MAX_VALUE))
                : OptionalInt.empty();
        return new Rule(
                problems.text(place, node, "name", name),
                match,
                window,
                (int) problems.number(place, node, "skip", 0, 0, Integer.MAX_VALUE),
                times,
                probability(place, node, problems),
                FaultText.parse(place + ".fault", node.path("fault"), problems));
    }

    private static double probability(String place, JsonNode node, Problems problems) {
        double value = node.path("probability").asDouble(1);
        boolean number = !node.has("probability") || node.path("probability").isNumber();
        if (!number || value < 0 || value > 1) {
            problems.add(place + ".probability", "must be a number from 0 to 1, not " + node.path("probability"));
        }
        return value;
    }

    private static Optional<Pattern> pattern(String place, JsonNode node, String field, Problems problems) {
        try {
            return Optional.ofNullable(node.path(field).textValue())
                    .map(text -> Pattern.compile(text, Pattern.CASE_INSENSITIVE));
        } catch (PatternSyntaxException e) {
            problems.add(place + "." + field, "not a regular expression: " + e.getDescription());
            return Optional.empty();
        }
    }
}
