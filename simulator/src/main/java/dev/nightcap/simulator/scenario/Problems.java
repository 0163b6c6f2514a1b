package dev.nightcap.simulator.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Reads fields of a JSON document and gathers everything that is wrong with it, each fault with its place. */
public final class Problems {

    private final List<String> found = new ArrayList<>();

    public void add(String place, String fault) {
        found.add(place + ": " + fault);
    }

    /** Reports each field of the object that is not among the known ones. */
    public void unknown(String place, JsonNode object, Set<String> known) {
        for (Iterator<String> names = object.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            if (!known.contains(name)) {
                add(place + "." + name, "unknown; known are " + String.join(", ", new TreeSet<>(known)));
            }
        }
    }

    /** The text of a field, or the fallback where it is absent. */
    public String text(String place, JsonNode object, String field, String fallback) {
        JsonNode value = object.path(field);
        if (value.isMissingNode()) {
            return fallback;
        }
        if (!value.isTextual()) {
            add(place + "." + field, "must be a string, not " + value);
            return fallback;
        }
        return value.textValue();
    }

    /** The text of a field that must be there and not blank. */
    public String required(String place, JsonNode object, String field) {
        String value = text(place, object, field, "");
        if (value.isBlank() && object.path(field).isMissingNode()) {
            add(place + "." + field, "missing");
        }
        return value;
    }

    /** A whole number within bounds, or the fallback where it is absent. */
    public long number(String place, JsonNode object, String field, long fallback, long least, long most) {
        JsonNode value = object.path(field);
        if (value.isMissingNode()) {
            return fallback;
        }
        if (!value.isIntegralNumber() || value.longValue() < least || value.longValue() > most) {
            add(place + "." + field, "must be a whole number from " + least + " to " + most + ", not " + value);
            return fallback;
        }
        return value.longValue();
    }

    /** A yes or no, or the fallback where it is absent. */
    public boolean flag(String place, JsonNode object, String field, boolean fallback) {
        JsonNode value = object.path(field);
        if (!value.isMissingNode() && !value.isBoolean()) {
            add(place + "." + field, "must be true or false, not " + value);
        }
        return value.asBoolean(fallback);
    }

    /** One of a closed set of words, or the fallback where it is absent. */
    public String oneOf(String place, JsonNode object, String field, String fallback, Set<String> words) {
        String value = text(place, object, field, fallback);
        if (!words.contains(value)) {
            add(place + "." + field, "must be one of " + String.join(", ", new TreeSet<>(words)) + ", not " + value);
            return fallback;
        }
        return value;
    }

    /**
     * Ends the reading.
     *
     * @throws IllegalArgumentException that names every fault, if there is any
     */
    public void raise(String document) {
        if (!found.isEmpty()) {
            throw new IllegalArgumentException(document + ":\n  " + String.join("\n  ", found));
        }
    }
}
