package dev.nightcap.receiver.alerts;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.List;

/** Reads a body by the schema that it is of. Bounded in depth and numbers; a name that stands twice is refused. */
public final class Schemas {
    private static final int DEEPEST = 64;
    private static final int LONGEST_NUMBER = 64;
    private static final int LONGEST_NAME = 1024;

    private final ObjectReader reader = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .maxNumberLength(LONGEST_NUMBER)
                            .maxNameLength(LONGEST_NAME)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build()
            .reader();
    private final List<Adapter> adapters = List.of(
            new CommonAlert(),
            new MetricAlert(),
            new ActivityLogAlert(),
            new LogAlert(),
            new BudgetNotification(),
            new EventGrid(),
            new CloudEvents(),
            new SevenFields(),
            new SmartDetection(),
            new FlatLogAlert(),
            new AutoscaleNotification(),
            new ClassicMetricAlert());

    /** @throws Malformed for everything that is no alert in a known schema */
    public Reading read(byte[] body) throws Malformed {
        Place root = Place.root(parse(body));
        for (Adapter adapter : adapters) {
            if (adapter.recognises(root)) {
                return adapter.read(root);
            }
        }
        throw unsupported(root);
    }

    private JsonNode parse(byte[] body) throws Malformed {
        try {
            JsonNode root = reader.readTree(body);
            if (root.isMissingNode()) {
                throw unparsable("the body is empty", "send one JSON document in UTF-8");
            }
            return root;
        } catch (StreamConstraintsException e) {
            throw unparsable(
                    "the body is nested too deeply, or has a number or a name that is too long",
                    "send an alert as Azure Monitor does");
        } catch (JsonProcessingException e) {
            throw unparsable("the body is not JSON" + where(e), "send one JSON document in UTF-8, no name twice");
        } catch (IOException e) {
            throw unparsable("the body is not text in UTF-8", "send one JSON document in UTF-8");
        }
    }

    private static String where(JsonProcessingException e) {
        return e.getLocation() == null
                ? ""
                : " (line " + e.getLocation().getLineNr() + ", column "
                        + e.getLocation().getColumnNr() + ")";
    }

    private static Malformed unparsable(String sentence, String fix) {
        return new Malformed(Words.UNKNOWN, Words.UNPARSABLE, null, sentence, fix);
    }

    private static Malformed unsupported(Place root) {
        if (root.has("RequestBody") && root.has("WebhookName")) {
            return new Malformed(
                    Words.UNKNOWN,
                    Words.UNSUPPORTED_SCHEMA,
                    "/RequestBody",
                    "this is what Azure Automation makes of an alert, not the alert",
                    "send the content of RequestBody as the body");
        }
        return new Malformed(
                Words.UNKNOWN,
                Words.UNSUPPORTED_SCHEMA,
                root.has("schemaId") ? root.get("schemaId").pointer() : "",
                "the body is JSON, and no alert in a schema that is known",
                "switch on the common alert schema in the action group, or send the payload of seven fields");
    }
}
