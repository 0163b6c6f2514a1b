package dev.nightcap.simulator.arm;

import dev.nightcap.simulator.web.Call;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * The {@code x-ms-ratelimit-remaining-*} headers: buckets that fill up again within seconds, as ARM's do since 2024, of
 * the sizes on record. They are told, not enforced; throttling is a scenario's business.
 */
final class Allowance {

    private final Map<String, Bucket> buckets = new LinkedHashMap<>();

    Allowance() {
        buckets.put("reads", new Bucket(1100, 16500, 50));
        buckets.put("writes", new Bucket(800, 12000, 20));
        buckets.put("deletes", new Bucket(800, 12000, 20));
    }

    synchronized Map<String, String> spend(Call call) {
        String kind = kind(call);
        Bucket bucket = buckets.getOrDefault(kind, new Bucket(1, 1, 1));
        int spent = bucket.spend(System.nanoTime());
        return Map.of(
                "x-ms-ratelimit-remaining-subscription-" + kind, Integer.toString(bucket.size - spent),
                "x-ms-ratelimit-remaining-subscription-global-" + kind, Integer.toString(bucket.global - spent));
    }

    /** A status query is counted as a read, although it is a POST. */
    private static String kind(Call call) {
        boolean query = call.request().path().toLowerCase(Locale.ROOT).endsWith("/querystatus");
        return switch (call.request().method()) {
            case "GET", "HEAD" -> "reads";
            case "DELETE" -> "deletes";
            default -> query ? "reads" : "writes";
        };
    }

    private static final class Bucket {
        private final int size;
        private final int global;
        private final int perSecond;
        private double spent;
        private long last = System.nanoTime();

        Bucket(int size, int global, int perSecond) {
            this.size = size;
            this.global = global;
            this.perSecond = perSecond;
        }

        int spend(long now) {
            spent = Math.max(0, spent - (now - last) / 1e9 * perSecond) + 1;
            last = now;
            spent = Math.min(spent, size);
            return (int) Math.ceil(spent);
        }
    }
}
