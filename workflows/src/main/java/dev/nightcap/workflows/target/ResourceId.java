package dev.nightcap.workflows.target;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * An Azure Resource Manager id of a resource inside a resource group, kept as it was written. ARM ids are compared
 * without regard to case: {@link #equals} does so too.
 *
 * <p>Refused, because nothing good can come of sending them to ARM: a subscription that is no GUID, {@code .} and
 * {@code ..} as a segment, and any character outside letters, digits and {@code _ - . ( )}.
 */
public final class ResourceId {
    private static final Pattern GUID =
            Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");
    private static final Pattern SEGMENT = Pattern.compile("[\\p{L}\\p{N}_.()-]{1,128}");
    private static final int NAMES_START = 6;

    private final String value;
    private final List<String> segments;

    private ResourceId(String value, List<String> segments) {
        this.value = value;
        this.segments = segments;
    }

    /**
     * Reads an id of the form {@code /subscriptions/GUID/resourceGroups/RG/providers/NAMESPACE/TYPE/NAME[/TYPE/NAME…]}.
     *
     * @throws IllegalArgumentException naming what is wrong with it; the text is safe to show
     */
    @JsonCreator
    public static ResourceId parse(String text) {
        String trimmed = text.strip();
        if (trimmed.length() > 1024) {
            throw new IllegalArgumentException("a resource id has at most 1024 characters, this one has more");
        }
        String[] parts = trimmed.split("/", -1);
        if (parts.length < NAMES_START + 3
                || parts.length % 2 == 0
                || !parts[0].isEmpty()
                || !"subscriptions".equalsIgnoreCase(parts[1])
                || !"resourcegroups".equalsIgnoreCase(parts[3])
                || !"providers".equalsIgnoreCase(parts[5])) {
            throw new IllegalArgumentException("not an ARM id of the form"
                    + " /subscriptions/GUID/resourceGroups/GROUP/providers/NAMESPACE/TYPE/NAME");
        }
        if (!GUID.matcher(parts[2]).matches()) {
            throw new IllegalArgumentException("the subscription of a resource id is a GUID");
        }
        List<String> segments = Arrays.asList(parts).subList(1, parts.length);
        for (String segment : segments) {
            if (!SEGMENT.matcher(segment).matches() || segment.equals(".") || segment.equals("..")) {
                throw new IllegalArgumentException("a segment of a resource id is empty, too long, or holds a"
                        + " character that no Azure name has");
            }
        }
        return new ResourceId(trimmed, List.copyOf(segments));
    }

    /** The id as it was given. */
    @JsonValue
    public String value() {
        return value;
    }

    /** The id in lower case: equal for any spelling of the same resource. */
    public String key() {
        return value.toLowerCase(Locale.ROOT);
    }

    /** The subscription's GUID, in lower case. */
    public String subscription() {
        return segments.get(1).toLowerCase(Locale.ROOT);
    }

    /** The resource group, as it was written. */
    public String resourceGroup() {
        return segments.get(3);
    }

    /** The full type in lower case, for example {@code microsoft.compute/virtualmachines}. */
    public String type() {
        List<String> names = segments.subList(5, segments.size());
        return (names.get(0)
                        + IntStream.range(1, names.size())
                                .filter(i -> i % 2 == 1)
                                .mapToObj(i -> "/" + names.get(i))
                                .collect(Collectors.joining()))
                .toLowerCase(Locale.ROOT);
    }

    /** The last name: of a virtual machine its name, of a scale set's instance the instance's number. */
    public String name() {
        return segments.get(segments.size() - 1);
    }

    /** The id without its last type and name, for example the scale set of an instance. */
    public ResourceId parent() {
        return parse("/" + String.join("/", segments.subList(0, segments.size() - 2)));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ResourceId id && key().equals(id.key());
    }

    @Override
    public int hashCode() {
        return key().hashCode();
    }

    @Override
    public String toString() {
        return value;
    }
}
