package dev.nightcap.receiver.alerts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A value in a body together with its JSON pointer, so that whoever refuses it can say where it stands. Names are
 * looked up as written and then without regard to case: Azure writes {@code alertRuleID} and {@code alertRuleId}.
 */
record Place(String pointer, JsonNode node) {
    private static final int MOST_WORDS = 500;

    static Place root(JsonNode node) {
        return new Place("", node);
    }

    /** A member of an object; a place that {@link #isAbsent} where there is none. */
    Place get(String name) {
        JsonNode exact = node.get(name);
        if (exact != null) {
            return new Place(pointer + "/" + name, exact);
        }
        for (Map.Entry<String, JsonNode> member : node.properties()) {
            if (member.getKey().equalsIgnoreCase(name)) {
                return new Place(
                        pointer + "/" + member.getKey().replace("~", "~0").replace("/", "~1"), member.getValue());
            }
        }
        return new Place(pointer + "/" + name, MissingNode.getInstance());
    }

    Place get(String first, String... further) {
        Place place = get(first);
        for (String name : further) {
            place = place.get(name);
        }
        return place;
    }

    /** The elements of a list; none where this is no list. */
    List<Place> items() {
        List<Place> items = new ArrayList<>();
        if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                items.add(new Place(pointer + "/" + i, node.get(i)));
            }
        }
        return items;
    }

    boolean has(String name) {
        return !get(name).isAbsent();
    }

    /** Whether it is missing or null. */
    boolean isAbsent() {
        return node.isMissingNode() || node.isNull();
    }

    /** The text as it was written; null where this is no text. */
    @Nullable
    String text() {
        return node.isTextual() ? node.textValue() : null;
    }

    /** Text or number made fit to be shown: one line without control characters, bounded; null where it is blank. */
    @Nullable
    String words() {
        if (!node.isTextual() && !node.isNumber()) {
            return null;
        }
        String line = node.asText().replaceAll("[\\p{Cntrl}\\p{Cf}\\s]+", " ").strip();
        return line.isEmpty() ? null : line.substring(0, Math.min(line.length(), MOST_WORDS));
    }

    /** Whether the text is this one, without regard to case. */
    boolean says(String word) {
        return word.equalsIgnoreCase(text());
    }

    /** Whether the text begins so, without regard to case. */
    boolean startsWith(String beginning) {
        String text = text();
        return text != null && text.regionMatches(true, 0, beginning, 0, beginning.length());
    }
}
