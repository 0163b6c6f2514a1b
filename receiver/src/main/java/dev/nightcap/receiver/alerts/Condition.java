package dev.nightcap.receiver.alerts;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which signal passed which threshold: {@code Percentage CPU GreaterThan 25 (was 31.1)}. */
final class Condition {
    private static final int MOST_CRITERIA = 3;

    private Condition() {}

    /**
     * @param condition an object with criteria in {@code allOf}, or one criterion
     * @return null where it says nothing
     */
    static @Nullable String words(Place condition) {
        Place allOf = condition.get("allOf");
        String all = (allOf.isAbsent() ? List.of(condition) : allOf.items())
                .stream()
                        .limit(MOST_CRITERIA)
                        .map(Condition::criterion)
                        .filter(words -> !words.isEmpty())
                        .collect(Collectors.joining(" and "));
        return all.isEmpty() ? null : all;
    }

    static List<Place> dimensions(Place condition) {
        List<Place> dimensions = new ArrayList<>();
        for (Place criterion : condition.get("allOf").items()) {
            dimensions.addAll(criterion.get("dimensions").items());
        }
        return dimensions;
    }

    private static String criterion(Place criterion) {
        String signal = Stream.of("metricName", "metricMeasureColumn", "searchQuery")
                .map(name -> criterion.get(name).words())
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        String threshold = criterion.get("threshold").words();
        if (signal == null || threshold == null) {
            return signal == null ? "" : signal;
        }
        String operator = criterion.get("operator").words();
        String value = criterion.get("metricValue").words();
        return signal + " " + (operator == null ? "against" : operator) + " " + threshold
                + (value == null ? "" : " (was " + value + ")");
    }
}
