package dev.nightcap.activities.channels;

import dev.nightcap.workflows.capture.Announcements.Announcement;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** Posts a CloudEvent. Its answer's body is not read; redirects are not followed. */
final class WebhookChannel implements Channel {
    private static final Duration CALL = Duration.ofSeconds(15);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(15);

    private final URI url;
    private final HttpClient http;
    private final InstantSource clock;

    WebhookChannel(URI url, HttpClient http, InstantSource clock) {
        this.url = url;
        this.http = http;
        this.clock = clock;
    }

    @Override
    public void tell(Announcement announcement) throws Undelivered, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(url)
                .timeout(CALL)
                .header("Content-Type", CloudEvent.CONTENT_TYPE)
                .header("Idempotency-Key", headerSafe(announcement.key()))
                .header("User-Agent", "nightcap")
                .POST(BodyPublishers.ofByteArray(
                        CloudEvent.of(announcement, clock.instant()).toJson()))
                .build();
        try {
            judge(http.send(request, BodyHandlers.discarding()));
        } catch (IOException e) {
            throw Undelivered.forNow("no answer (" + e.getClass().getSimpleName() + ")", null);
        }
    }

    private static void judge(HttpResponse<?> response) throws Undelivered {
        int status = response.statusCode();
        if (status >= 200 && status < 300) {
            return;
        }
        String why = "HTTP status " + status;
        if (status >= 500 || status == 408 || status == 425 || status == 429) {
            throw Undelivered.forNow(why, retryAfter(response));
        }
        throw Undelivered.forGood(why);
    }

    private static @Nullable Duration retryAfter(HttpResponse<?> response) {
        return response.headers()
                .firstValue("Retry-After")
                .filter(value -> value.matches("\\d{1,6}"))
                .map(value -> Duration.ofSeconds(Long.parseLong(value)))
                .map(wait -> wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait)
                .orElse(null);
    }

    private static String headerSafe(String key) {
        return key.replaceAll("[^\\x21-\\x7e]", "_");
    }
}
