package dev.nightcap.receiver.policy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.nightcap.workflows.target.ResourceId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every sample gets the answer that is expected of it, or one that can be defended. */
class SamplesTest {
    private static final Path ALERTS = Path.of("../../shared/reference/alerts");

    private final AlertPolicy policy = new AlertPolicy(PolicyConfig.of(null, "night"));

    static Stream<Arguments> samples() throws IOException {
        if (!Files.isDirectory(ALERTS)) {
            return Stream.of(Arguments.of("none", null));
        }
        List<Arguments> samples = new ArrayList<>();
        for (JsonNode expected :
                new ObjectMapper().readTree(ALERTS.resolve("expected.json").toFile())) {
            samples.add(Arguments.of(expected.get("file").textValue(), expected));
        }
        return samples.stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("samples")
    void gets_the_expected_answer(String file, JsonNode expected) throws IOException {
        Assumptions.assumeTrue(expected != null, "the reference samples are not here: " + ALERTS);
        PlanDocument plan = PlanDocument.of(
                file, policy.plan(Files.readAllBytes(ALERTS.resolve("samples").resolve(file))));
        List<String> acceptable = new ArrayList<>();
        acceptable.add(expected.get("decision").textValue()
                + (expected.get("reason").isNull()
                        ? ""
                        : ":" + expected.get("reason").textValue()));
        expected.get("alsoAcceptable").forEach(also -> acceptable.add(also.textValue()));
        assertThat(plan.decision() + (plan.reason() == null ? "" : ":" + plan.reason()))
                .as(plan.sentence())
                .isIn(acceptable);
        assertThat(plan.schema()).isEqualTo(expected.get("schema").textValue());
        if (plan.decision().equals("start")) {
            List<String> targets = new ArrayList<>();
            expected.get("targets").forEach(id -> targets.add(id.textValue().toLowerCase(Locale.ROOT)));
            assertThat(plan.targets()).map(ResourceId::key).containsExactlyElementsOf(targets);
        }
    }
}
