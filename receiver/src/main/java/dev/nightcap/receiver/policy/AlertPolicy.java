package dev.nightcap.receiver.policy;

import dev.nightcap.receiver.alerts.Malformed;
import dev.nightcap.receiver.alerts.Reading;
import dev.nightcap.receiver.alerts.Reading.Candidate;
import dev.nightcap.receiver.alerts.Reading.News;
import dev.nightcap.receiver.alerts.Schemas;
import dev.nightcap.receiver.alerts.Words;
import dev.nightcap.receiver.policy.Plan.Ignore;
import dev.nightcap.receiver.policy.Plan.Reject;
import dev.nightcap.workflows.target.CaptureId;
import dev.nightcap.workflows.target.ResourceId;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** From a body to what is to be done about it. Pure: no IO, no clock, no dice; the same body gets the same plan. */
public final class AlertPolicy {
    private static final String TEST_SUBSCRIPTION = "11111111-1111-1111-1111-111111111111";
    private static final int MOST_TARGETS = 100;
    private static final int UNPROCESSABLE = 422;

    private final Schemas schemas = new Schemas();
    private final Orders orders;

    public AlertPolicy(PolicyConfig config) {
        this.orders = new Orders(config);
    }

    /** The plan of a body for looking at: where the body says nothing by which its delivery is known, its hash does. */
    public Plan plan(byte[] body) {
        return plan(body, CaptureId.digest(new String(body, StandardCharsets.ISO_8859_1), Long.BYTES));
    }

    /** @param deliveryKey tells deliveries apart whose schema has nothing that does */
    public Plan plan(byte[] body, String deliveryKey) {
        try {
            Reading reading = schemas.read(body);
            if (reading instanceof Reading.Handshake handshake) {
                return new Plan.Handshake(
                        handshake.schema(), handshake.code(), "Event Grid asks whether its events are wanted: yes");
            }
            if (reading instanceof Reading.Idle idle) {
                return new Ignore(idle.schema(), idle.reason(), List.of(), idle.sentence());
            }
            return plan((News) reading, deliveryKey);
        } catch (Malformed e) {
            int status = e.reason().equals(Words.UNPARSABLE) ? 400 : UNPROCESSABLE;
            return new Reject(e.schema(), e.reason(), e.pointer(), e.sentence(), e.fix(), status);
        }
    }

    private Plan plan(News news, String deliveryKey) {
        if (isTest(news)) {
            return new Ignore(
                    news.schema(),
                    Words.TEST_NOTIFICATION,
                    List.of(),
                    "the test notification arrived: the receiver works, and a real alert would be acted upon");
        }
        if (news.targets().isEmpty()) {
            return withoutTarget(news);
        }
        if (news.targets().size() > MOST_TARGETS) {
            return new Reject(
                    news.schema(),
                    Words.TOO_MANY_TARGETS,
                    null,
                    "the alert names " + news.targets().size() + " resources",
                    "name at most " + MOST_TARGETS + " in one alert",
                    UNPROCESSABLE);
        }
        List<Aim> aims = new ArrayList<>();
        for (Candidate candidate : news.targets()) {
            try {
                aims.add(Aim.at(candidate));
            } catch (IllegalArgumentException e) {
                return new Reject(
                        news.schema(),
                        Words.INVALID_TARGET_ID,
                        candidate.pointer(),
                        String.valueOf(e.getMessage()),
                        "send the ARM id of the resource, as Azure writes it",
                        UNPROCESSABLE);
            }
        }
        Collection<Aim> wanted = distinct(aims);
        if (wanted.isEmpty()) {
            wanted = distinct(fromDimensions(news));
        }
        if (wanted.isEmpty()) {
            return new Ignore(
                    news.schema(),
                    Words.UNSUPPORTED_TARGET_TYPE,
                    List.of(),
                    "the alert names no virtual machine, scale set or web app, so there is nothing to capture");
        }
        return orders.plan(news, List.copyOf(wanted), deliveryKey);
    }

    private static boolean isTest(News news) {
        return news.mentioned().stream()
                        .map(text -> text.toLowerCase(Locale.ROOT))
                        .anyMatch(text -> text.equals(TEST_SUBSCRIPTION)
                                || text.startsWith("/subscriptions/" + TEST_SUBSCRIPTION))
                || (news.azureId() != null
                        && news.azureId().toLowerCase(Locale.ROOT).endsWith("/test_alert"));
    }

    private static Plan withoutTarget(News news) {
        return news.mayLackTarget()
                ? new Ignore(
                        news.schema(),
                        Words.NO_RESOURCE_TARGET,
                        List.of(),
                        "an alert of this kind is about no resource that could be captured")
                : new Reject(
                        news.schema(),
                        Words.MISSING_TARGET,
                        null,
                        "the alert names no resource",
                        "let the alert rule's scope be the resource to capture",
                        UNPROCESSABLE);
    }

    private static List<Aim> fromDimensions(News news) {
        return news.dimensionTargets().stream()
                .limit(MOST_TARGETS)
                .map(AlertPolicy::aimOrNothing)
                .filter(Objects::nonNull)
                .toList();
    }

    /** Dimensions hold anything: a host name or a GUID there is no fault of the sender. */
    private static @Nullable Aim aimOrNothing(Candidate candidate) {
        try {
            return Aim.at(candidate);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static Collection<Aim> distinct(List<Aim> aims) {
        Map<ResourceId, Aim> distinct = new LinkedHashMap<>();
        for (Aim aim : aims) {
            if (aim.id() != null) {
                distinct.putIfAbsent(aim.id(), aim);
            }
        }
        return distinct.values();
    }
}
