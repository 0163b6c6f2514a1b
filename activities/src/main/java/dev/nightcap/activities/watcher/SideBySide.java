package dev.nightcap.activities.watcher;

import java.util.function.Supplier;
import reactor.core.Exceptions;
import reactor.core.publisher.Mono;

/**
 * Reads that go out together and are all waited for. Which failure counts is then decided by who looks at them, in his
 * order, and not by which answer came first; and none is cut off on its way.
 */
final class SideBySide {
    private SideBySide() {}

    /** The read's answer or failure, to be looked at later. */
    static <T> Mono<Supplier<T>> settled(Mono<T> read) {
        return read.<Supplier<T>>map(answer -> () -> answer)
                .onErrorResume(failure -> Mono.just(() -> {
                    throw Exceptions.propagate(failure);
                }));
    }
}
