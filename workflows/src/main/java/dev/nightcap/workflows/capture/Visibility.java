package dev.nightcap.workflows.capture;

import dev.nightcap.workflows.target.Target;
import io.temporal.common.SearchAttributeKey;
import io.temporal.common.SearchAttributes;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The columns by which people find captures in the Temporal Web UI: the one table of our search attributes. All are
 * Keywords; a namespace on SQL has ten for everybody, so there are seven and no more.
 */
public final class Visibility {
    /** The short name, for example {@code web-01}. */
    public static final SearchAttributeKey<String> TARGET = SearchAttributeKey.forKeyword("NightcapTarget");

    /** {@code vm}, {@code scale-set}. */
    public static final SearchAttributeKey<String> KIND = SearchAttributeKey.forKeyword("NightcapKind");

    /** {@code person}, {@code alert}. */
    public static final SearchAttributeKey<String> TRIGGER = SearchAttributeKey.forKeyword("NightcapTrigger");

    public static final SearchAttributeKey<String> ALERT_RULE = SearchAttributeKey.forKeyword("NightcapAlertRule");

    public static final SearchAttributeKey<String> SUBSCRIPTION = SearchAttributeKey.forKeyword("NightcapSubscription");

    /** {@code prepare}, {@code capturing}, {@code evidence}, {@code ended}: four of the phases, to upsert seldom. */
    public static final SearchAttributeKey<String> PHASE = SearchAttributeKey.forKeyword("NightcapPhase");

    /** Of a capture its outcome, of an alert its decision. */
    public static final SearchAttributeKey<String> OUTCOME = SearchAttributeKey.forKeyword("NightcapOutcome");

    /** All of them. */
    public static final List<SearchAttributeKey<String>> KEYS =
            List.of(TARGET, KIND, TRIGGER, ALERT_RULE, SUBSCRIPTION, PHASE, OUTCOME);

    private static final int KEYWORD_LIMIT = 255;

    private Visibility() {}

    /** What a capture is found by from its start on. */
    public static SearchAttributes ofCapture(CaptureRequest request) {
        Target target = request.target();
        SearchAttributes.Builder attributes = SearchAttributes.newBuilder()
                .set(TARGET, keyword(target.shortName()))
                .set(KIND, target.kindName())
                .set(TRIGGER, request.askedBy().trigger())
                .set(SUBSCRIPTION, target.id().subscription())
                .set(PHASE, Phase.PREPARE.code());
        return withRule(attributes, request.askedBy().alertRule()).build();
    }

    /** Sets the alert rule, where there is one. */
    public static SearchAttributes.Builder withRule(SearchAttributes.Builder attributes, @Nullable String rule) {
        return rule == null ? attributes : attributes.set(ALERT_RULE, keyword(rule));
    }

    /** A text that fits the column. */
    public static String keyword(String text) {
        return text.substring(0, Math.min(text.length(), KEYWORD_LIMIT));
    }
}
