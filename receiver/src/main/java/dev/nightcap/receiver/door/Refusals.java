package dev.nightcap.receiver.door;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/** Counts refusals by address in windows of a minute; remembers a bounded number of addresses, the latest. */
final class Refusals {
    private static final long WINDOW = Duration.ofMinutes(1).toNanos();
    private static final int MOST_ADDRESSES = 10_000;

    private final int perMinute;
    private final LongSupplier nanoTime;
    private final Map<String, Window> windows = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Window> eldest) {
            return size() > MOST_ADDRESSES;
        }
    };

    Refusals(int perMinute, LongSupplier nanoTime) {
        this.perMinute = perMinute;
        this.nanoTime = nanoTime;
    }

    /** Counts one more; tells whether it is one too many. */
    synchronized boolean exceeded(String address) {
        long now = nanoTime.getAsLong();
        Window window = windows.get(address);
        if (window == null || now - window.start >= WINDOW) {
            window = new Window(now, 0);
        }
        windows.put(address, new Window(window.start, window.count + 1));
        return window.count >= perMinute;
    }

    private record Window(long start, int count) {}
}
