package dev.nightcap.receiver.policy;

import dev.nightcap.receiver.alerts.Reading.News;
import dev.nightcap.receiver.alerts.Reading.Wish;
import dev.nightcap.receiver.alerts.Words;
import dev.nightcap.receiver.policy.Plan.Reject;
import dev.nightcap.receiver.policy.Plan.Start;
import dev.nightcap.workflows.alert.Alert;
import dev.nightcap.workflows.capture.Asker;
import dev.nightcap.workflows.capture.CaptureLimits;
import dev.nightcap.workflows.capture.CaptureRequest;
import dev.nightcap.workflows.capture.Destination;
import dev.nightcap.workflows.target.ResourceId;
import dev.nightcap.workflows.target.Target;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** From an alert and its targets to capture requests, within what the configuration allows. */
final class Orders {
    private static final int FORBIDDEN = 403;
    private static final int UNPROCESSABLE = 422;

    private final PolicyConfig config;

    Orders(PolicyConfig config) {
        this.config = config;
    }

    /** @param aims at least one, each with an id */
    Plan plan(News news, List<Aim> aims, String deliveryKey) {
        Reject forbidden = forbidden(news, aims);
        if (forbidden != null) {
            return forbidden;
        }
        List<ResourceId> ids =
                aims.stream().map(Aim::id).filter(Objects::nonNull).toList();
        List<Target> targets =
                aims.stream().map(Aim::target).filter(Objects::nonNull).toList();
        Alert alert = alert(news, ids, targets, deliveryKey);
        Reject hindrance = hindrance(news, targets);
        return new Start(
                news.schema(),
                alert,
                ids,
                hindrance == null ? captures(news, alert) : List.of(),
                hindrance,
                "captures " + ids.stream().map(ResourceId::name).collect(Collectors.joining(", "))
                        + (news.rule() == null ? "" : ", because the rule \"" + news.rule() + "\" fired"));
    }

    private @Nullable Reject forbidden(News news, List<Aim> aims) {
        for (Aim aim : aims) {
            if (aim.id() != null && !config.allowsSubscription(aim.id().subscription())) {
                return new Reject(
                        news.schema(),
                        Words.SUBSCRIPTION_NOT_ALLOWED,
                        aim.pointer(),
                        "the target's subscription is not on the list of allowed subscriptions",
                        "add the subscription to the receiver's allowed subscriptions",
                        FORBIDDEN);
            }
        }
        Wish wish = news.wish();
        if (wish != null && !config.allowsStorage(wish.storageAccount())) {
            return new Reject(
                    news.schema(),
                    Words.STORAGE_NOT_ALLOWED,
                    wish.storage().pointer(),
                    "the storage account is not on the list of allowed storage accounts",
                    "name an allowed storage account, or add this one to the receiver's list",
                    FORBIDDEN);
        }
        return null;
    }

    private @Nullable Reject hindrance(News news, List<Target> targets) {
        if (targets.isEmpty()) {
            return new Reject(
                    news.schema(),
                    Words.UNSUPPORTED_TARGET_TYPE,
                    null,
                    "web apps come with a later release",
                    "let the alert rule's scope be a virtual machine or a scale set",
                    UNPROCESSABLE);
        }
        if (news.wish() == null && config.destination() == null) {
            return new Reject(
                    news.schema(),
                    Words.NO_STORAGE,
                    null,
                    "the receiver is configured with no storage account for captures, and this schema names none",
                    "configure a storage account in the target's region",
                    UNPROCESSABLE);
        }
        return null;
    }

    /** The id derives from the delivery key: what tells the news apart, that it fired, and its set of targets. */
    private static Alert alert(News news, List<ResourceId> ids, List<Target> targets, String deliveryKey) {
        String own = news.key() == null ? "delivery|" + deliveryKey : "news|" + news.key();
        String set = ids.stream().map(ResourceId::key).sorted().collect(Collectors.joining(","));
        return new Alert(
                Alert.idOf(news.schema() + "|" + own + "|fired|" + set),
                news.schema(),
                news.azureId(),
                news.rule(),
                news.severity(),
                news.firedAt(),
                news.description(),
                targets);
    }

    private List<CaptureRequest> captures(News news, Alert alert) {
        Wish wish = news.wish();
        Destination destination = wish == null ? config.destination() : Destination.account(wish.storageAccount());
        if (destination == null) {
            return List.of();
        }
        CaptureLimits limits = wish == null
                ? config.limits()
                : new CaptureLimits(
                        wish.duration(),
                        config.limits().totalBytes(),
                        config.limits().bytesPerPacket());
        Asker asker = Asker.alert(alert.id(), alert.rule(), alert.description());
        return alert.targets().stream()
                .map(target -> new CaptureRequest(
                        target,
                        limits,
                        config.filters(),
                        destination,
                        asker,
                        config.policy(),
                        config.installation(),
                        wish == null ? CaptureRequest.DEFAULT_PREFIX : wish.namePrefix()))
                .toList();
    }
}
