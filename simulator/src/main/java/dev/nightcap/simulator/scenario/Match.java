package dev.nightcap.simulator.scenario;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a rule looks at; an absent part fits everything.
 *
 * @param operation a name such as {@code packetCaptures.create}
 * @param path found anywhere in the request's path, without case
 * @param target found anywhere in the captured resource's id, without case; requests that name no capture do not fit
 */
public record Match(
        Optional<String> operation, Optional<String> method, Optional<Pattern> path, Optional<Pattern> target) {

    public static Match anything() {
        return new Match(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** Looks at the capture alone: what holds a capture's life is not tied to one request. */
    boolean fitsCapture(Subject subject) {
        return new Match(Optional.empty(), Optional.empty(), path, target).fits(subject);
    }

    boolean fits(Subject subject) {
        return operation.map(subject.operation()::equals).orElse(true)
                && method.map(subject.method()::equalsIgnoreCase).orElse(true)
                && path.map(pattern -> pattern.matcher(subject.path()).find()).orElse(true)
                && target.map(pattern -> pattern.matcher(subject.target()).find())
                        .orElse(true);
    }
}
