package dev.nightcap.activities.channels;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A message did not arrive. Its text names neither address nor cause: both may hold a secret. */
final class Undelivered extends Exception {
    private static final long serialVersionUID = 1;

    private final boolean lasting;
    private final transient @Nullable Duration retryAfter;

    private Undelivered(String why, boolean lasting, @Nullable Duration retryAfter) {
        super(why, null, false, false);
        this.lasting = lasting;
        this.retryAfter = retryAfter;
    }

    /** It would not arrive next time either. */
    static Undelivered forGood(String why) {
        return new Undelivered(why, true, null);
    }

    /** @param retryAfter as the receiver asked for */
    static Undelivered forNow(String why, @Nullable Duration retryAfter) {
        return new Undelivered(why, false, retryAfter);
    }

    boolean isLasting() {
        return lasting;
    }

    @Nullable
    Duration retryAfter() {
        return retryAfter;
    }
}
