package dev.nightcap.activities.channels;

import dev.nightcap.activities.azure.Attempts;
import dev.nightcap.workflows.capture.Announcements;
import dev.nightcap.workflows.capture.Problem;
import dev.nightcap.workflows.capture.Reason;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.TreeMap;

/** Tells people by the channels that this worker knows, the log among them always. */
public final class ChannelAnnouncements implements Announcements {
    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final Duration NEXT_ATTEMPT = Duration.ofSeconds(5);

    private final Map<String, Channel> byName = new TreeMap<>();
    private final Attempts attempts;

    public ChannelAnnouncements(Map<String, ChannelConfig> channels, InstantSource clock) {
        this.attempts = new Attempts(clock);
        HttpClient http = HttpClient.newBuilder().connectTimeout(CONNECT).build();
        channels.forEach((name, config) -> {
            if (config instanceof ChannelConfig.Webhook webhook) {
                byName.put(name, new WebhookChannel(webhook.url(), http, clock));
            }
        });
        byName.put(LogChannel.NAME, new LogChannel());
    }

    @Override
    public void announce(Announcement announcement) {
        attempts.make("tell " + announcement.channel(), announcement.until(), () -> {
            tell(announcement);
            return true;
        });
    }

    private void tell(Announcement announcement) throws InterruptedException {
        Channel channel = byName.get(announcement.channel());
        if (channel == null) {
            throw Problem.of(
                            Reason.NOT_ALLOWED,
                            "this worker knows no channel '" + announcement.channel() + "', only "
                                    + String.join(", ", byName.keySet()),
                            "add it to the channels of the worker's configuration")
                    .toFailure();
        }
        try {
            channel.tell(announcement);
        } catch (Undelivered undelivered) {
            throw failure(announcement.channel(), undelivered);
        }
    }

    private static RuntimeException failure(String channel, Undelivered undelivered) {
        String sentence = "channel " + channel + " was not reached: " + undelivered.getMessage();
        Problem problem = new Problem(
                Reason.INTERNAL, sentence, "see to the channel's address in the worker's configuration", null);
        if (undelivered.isLasting()) {
            return problem.toFailure();
        }
        return Attempts.notYet(
                sentence, undelivered.retryAfter() == null ? NEXT_ATTEMPT : undelivered.retryAfter(), problem);
    }
}
