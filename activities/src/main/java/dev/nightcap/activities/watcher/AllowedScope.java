package dev.nightcap.activities.watcher;

import dev.nightcap.workflows.capture.CaptureRequest;
import dev.nightcap.workflows.capture.Problem;
import dev.nightcap.workflows.capture.Reason;
import dev.nightcap.workflows.target.ResourceId;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What this worker captures, and where to, whoever asks.
 *
 * @param subscriptions GUIDs; empty means any
 * @param storageAccounts where evidence may go; empty means any
 * @param channels the names that a request may give; beside the log, which is always told
 */
public record AllowedScope(Set<String> subscriptions, Set<ResourceId> storageAccounts, Set<String> channels) {
    private static final String LOG = "log";

    public AllowedScope {
        subscriptions = subscriptions.stream()
                .map(subscription -> subscription.toLowerCase(Locale.ROOT))
                .collect(Collectors.toUnmodifiableSet());
        storageAccounts = Set.copyOf(storageAccounts);
        channels = Set.copyOf(channels);
    }

    /** Any subscription, any storage account, and no channel but the log. */
    public static AllowedScope anything() {
        return new AllowedScope(Set.of(), Set.of(), Set.of());
    }

    void check(CaptureRequest request) {
        String subscription = request.target().id().subscription();
        if (!subscriptions.isEmpty() && !subscriptions.contains(subscription)) {
            throw refused("subscription " + subscription + " is not in this worker's list of subscriptions");
        }
        for (String channel : request.policy().channels()) {
            if (!channel.equals(LOG) && !channels.contains(channel)) {
                throw refused("channel '" + channel + "' is not in this worker's list of channels, which is "
                        + (channels.isEmpty()
                                ? "empty"
                                : String.join(", ", channels.stream().sorted().toList())));
            }
        }
    }

    void check(@Nullable ResourceId account) {
        if (account != null && !storageAccounts.isEmpty() && !storageAccounts.contains(account)) {
            throw refused("storage account '" + account.name() + "' is not in this worker's list of storage accounts");
        }
    }

    private static RuntimeException refused(String sentence) {
        return Problem.of(Reason.NOT_ALLOWED, sentence, "ask who runs the worker to add it to that list")
                .toFailure();
    }
}
