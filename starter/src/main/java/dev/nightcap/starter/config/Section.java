package dev.nightcap.starter.config;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * One table of the profile file, overlaid by the environment: {@code receiver.port} is {@code NIGHTCAP_RECEIVER_PORT}.
 * What cannot be read becomes a fault and its default stands in, so that every fault is found in one pass.
 */
final class Section {
    private final JsonNode table;
    private final String prefix;
    private final String origin;
    private final Map<String, String> environment;
    private final List<String> faults;
    private final Set<String> known = new HashSet<>();

    /** @param prefix of the keys in this table: empty, or ending with a dot */
    Section(JsonNode table, String prefix, String origin, Map<String, String> environment, List<String> faults) {
        this.table = table;
        this.prefix = prefix;
        this.origin = origin;
        this.environment = environment;
        this.faults = faults;
    }

    /** Empty if nothing is said, or what is said cannot be read. */
    <T> Optional<T> value(String key, Function<String, T> reader) {
        known.add(key);
        String variable = variable(key);
        String set = environment.get(variable);
        if (set != null && !set.isBlank()) {
            return read(set, reader, variable);
        }
        JsonNode node = table.path(key);
        if (node.isMissingNode()) {
            return Optional.empty();
        }
        if (!node.isValueNode()) {
            faults.add(place(key) + ": one value is wanted here");
            return Optional.empty();
        }
        return read(node.asText(), reader, place(key));
    }

    /** In the environment, several are separated by spaces. */
    <T> List<T> values(String key, Function<String, T> reader) {
        known.add(key);
        String variable = variable(key);
        String set = environment.get(variable);
        List<String> texts = new ArrayList<>();
        boolean fromEnvironment = set != null && !set.isBlank();
        if (fromEnvironment) {
            texts.addAll(List.of(String.valueOf(set).strip().split("\\s+")));
        } else if (table.path(key).isArray()) {
            table.path(key).forEach(node -> texts.add(node.asText()));
        } else if (table.has(key)) {
            faults.add(place(key) + ": a list is wanted here, such as [\"a\", \"b\"]");
        }
        List<T> values = new ArrayList<>();
        for (String text : texts) {
            read(text, reader, fromEnvironment ? variable : place(key)).ifPresent(values::add);
        }
        return values;
    }

    /** A table whose keys are names of somebody's choice. */
    <T> Map<String, T> named(String key, Function<String, T> reader) {
        known.add(key);
        Map<String, T> values = new LinkedHashMap<>();
        table.path(key)
                .properties()
                .forEach(entry -> read(entry.getValue().asText(), reader, place(key + "." + entry.getKey()))
                        .ifPresent(value -> values.put(entry.getKey(), value)));
        return values;
    }

    Section section(String key) {
        known.add(key);
        return new Section(table.path(key), prefix + key + ".", origin, environment, faults);
    }

    List<String> names(String key) {
        known.add(key);
        List<String> names = new ArrayList<>();
        table.path(key).fieldNames().forEachRemaining(names::add);
        return names;
    }

    /** A secret's place: {@code KEY-file} or {@code KEY-env}; a secret itself is refused. */
    Optional<SecretSource> secret(String key) {
        known.add(key);
        if (table.has(key)) {
            faults.add(place(key) + ": a secret does not stand in this file; name its place by " + key + "-file or "
                    + key + "-env");
        }
        Optional<SecretSource> variable = value(key + "-env", SecretSource.InEnvironment::new);
        return this.<SecretSource>value(key + "-file", text -> new SecretSource.InFile(Path.of(text)))
                .or(() -> variable);
    }

    void fault(String key, String sentence) {
        faults.add(place(key) + ": " + sentence);
    }

    /** To be called last: a key that nobody asked for is a misspelt one. */
    void close() {
        table.fieldNames().forEachRemaining(key -> {
            if (!known.contains(key)) {
                faults.add(place(key) + ": there is no such key; there are "
                        + String.join(", ", known.stream().sorted().toList()));
            }
        });
    }

    private <T> Optional<T> read(String text, Function<String, ? extends T> reader, String place) {
        try {
            return Optional.of(reader.apply(text));
        } catch (IllegalArgumentException | ArithmeticException e) {
            faults.add(place + ": " + e.getMessage());
            return Optional.empty();
        }
    }

    private String variable(String key) {
        return "NIGHTCAP_" + (prefix + key).toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
    }

    private String place(String key) {
        return prefix + key + " (" + origin + ")";
    }
}
