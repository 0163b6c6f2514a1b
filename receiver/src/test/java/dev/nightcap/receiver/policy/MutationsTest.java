package dev.nightcap.receiver.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nightcap.receiver.Bodies;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is done to a body, there is a plan, and a rejection is the sender's fault. */
class MutationsTest {
    private static final int ROUNDS = 3_000;
    private static final List<String> INSERTS = List.of(
            "null", "{}", "[]", "\"\"", "-1", "1e999", "true", "\\u0000", "..", "\"", "}", ",", "\u202e", "/", "<",
            "{");
    private static final List<String> BODIES = List.of(
            Bodies.common(Bodies.WEB_01, Bodies.vm("web-02")),
            Bodies.sevenFields(),
            Bodies.log("_ResourceId", Bodies.WEB_01),
            "[" + Bodies.event("Unavailable") + "]",
            "{\"status\":\"Activated\",\"context\":{\"conditionType\":\"Metric\",\"resourceId\":\"" + Bodies.WEB_01
                    + "\"}}",
            "{\"schemaId\":\"Microsoft.Insights/activityLogs\",\"data\":{\"status\":\"Activated\",\"context\":"
                    + "{\"activityLog\":{\"resourceId\":\"" + Bodies.WEB_01 + "\"}}}}");

    private final AlertPolicy policy = new AlertPolicy(PolicyConfig.of(null, "night"));

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void always_gives_a_plan(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < ROUNDS; round++) {
            String body = mutated(BODIES.get(random.nextInt(BODIES.size())), random);
            Plan plan = policy.plan(body.getBytes(StandardCharsets.UTF_8));
            assertThat(plan.sentence()).as(body).isNotBlank().doesNotContainPattern("\\p{Cntrl}");
            if (plan instanceof Plan.Reject reject) {
                assertThat(reject.status()).as(body).isBetween(400, 499);
            }
        }
    }

    private static String mutated(String body, Random random) {
        StringBuilder text = new StringBuilder(body);
        for (int cuts = random.nextInt(3); cuts >= 0; cuts--) {
            int from = random.nextInt(text.length());
            int to = Math.min(text.length(), from + random.nextInt(30));
            text.replace(from, to, INSERTS.get(random.nextInt(INSERTS.size())));
        }
        return text.toString();
    }
}
