package dev.nightcap.receiver.alerts;

import dev.nightcap.receiver.alerts.Reading.Candidate;
import dev.nightcap.receiver.alerts.Reading.News;
import dev.nightcap.receiver.alerts.Reading.Wish;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Collects what an adapter finds; nothing is required. */
final class NewsBuilder {
    private final String schema;
    private final List<Candidate> targets = new ArrayList<>();
    private final List<Candidate> dimensionTargets = new ArrayList<>();
    private final List<String> mentioned = new ArrayList<>();
    private @Nullable String azureId;
    private @Nullable String key;
    private @Nullable String rule;
    private @Nullable String severity;
    private @Nullable String firedAt;
    private @Nullable String description;
    private boolean mayLackTarget;
    private @Nullable Wish wish;

    NewsBuilder(String schema) {
        this.schema = schema;
    }

    /** Azure's own id, by which a test notification may be known. */
    NewsBuilder azureId(Place place) {
        azureId = place.words();
        return mention(place);
    }

    /** Makes a key of these if the first is there; no key otherwise. */
    NewsBuilder key(Place first, Place... further) {
        if (first.words() != null) {
            key = Stream.concat(Stream.of(first), Stream.of(further))
                    .map(place -> String.valueOf(place.words()))
                    .collect(Collectors.joining("|"));
        }
        return this;
    }

    /** A rule's name; of an ARM id the last segment. */
    NewsBuilder rule(Place place) {
        String words = place.words();
        rule = words == null || !words.startsWith("/") ? words : words.substring(words.lastIndexOf('/') + 1);
        return this;
    }

    NewsBuilder severity(Place place) {
        severity = place.words();
        return this;
    }

    NewsBuilder firedAt(Place place) {
        firedAt = place.words();
        return this;
    }

    /** Joins the words that are there. */
    NewsBuilder description(@Nullable String... parts) {
        String joined =
                Stream.of(parts).filter(part -> part != null && !part.isEmpty()).collect(Collectors.joining("; "));
        description = joined.isEmpty() ? null : joined;
        return this;
    }

    /** Adds a target unless it is absent. */
    NewsBuilder target(Place place) {
        return place.isAbsent() ? this : listed(place);
    }

    /** Adds an element of a list of targets, whatever it is. */
    NewsBuilder listed(Place place) {
        targets.add(new Candidate(place.pointer(), place.text()));
        return mention(place);
    }

    NewsBuilder dimensions(List<Place> dimensions) {
        for (Place dimension : dimensions) {
            Place name = dimension.get("name");
            if (name.says("_ResourceId") || name.says("ResourceId")) {
                Place value = dimension.get("value");
                dimensionTargets.add(new Candidate(value.pointer(), value.text()));
            }
        }
        return this;
    }

    NewsBuilder mention(Place place) {
        String text = place.text();
        if (text != null) {
            mentioned.add(text);
        }
        return this;
    }

    NewsBuilder mayLackTarget(boolean may) {
        mayLackTarget = may;
        return this;
    }

    NewsBuilder wish(Wish asked) {
        wish = asked;
        return this;
    }

    News build() {
        return new News(
                schema,
                azureId,
                key,
                rule,
                severity,
                firedAt,
                description,
                targets,
                mayLackTarget,
                dimensionTargets,
                mentioned,
                wish);
    }
}
