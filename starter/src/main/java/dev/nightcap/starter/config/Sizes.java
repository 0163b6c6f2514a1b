package dev.nightcap.starter.config;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Sizes as people write and read them. */
public final class Sizes {
    private static final Pattern TEXT = Pattern.compile("(\\d{1,12})\\s*([KMG]i?B|B|)");
    private static final Map<String, Long> UNITS = Map.of(
            "",
            1L,
            "B",
            1L,
            "KB",
            1_000L,
            "MB",
            1_000_000L,
            "GB",
            1_000_000_000L,
            "KiB",
            1L << 10,
            "MiB",
            1L << 20,
            "GiB",
            1L << 30);

    private Sizes() {}

    /**
     * Reads {@code 1073741824}, {@code 500MB} (decimal) or {@code 1GiB} (binary) as bytes.
     *
     * @throws IllegalArgumentException saying what would be right
     */
    public static long parse(String text) {
        Matcher parts = TEXT.matcher(text.strip());
        if (!parts.matches()) {
            throw new IllegalArgumentException("a size is written 1073741824, 500MB or 1GiB, not '" + text + "'");
        }
        return Math.multiplyExact(Long.parseLong(parts.group(1)), UNITS.getOrDefault(parts.group(2), 1L));
    }

    /** A size for people: {@code 41.2 MiB}. */
    public static String show(long bytes) {
        if (bytes < 1024) {
            return bytes + " B";
        }
        int unit = (63 - Long.numberOfLeadingZeros(bytes)) / 10;
        return String.format(Locale.ROOT, "%.1f %siB", (double) bytes / (1L << (unit * 10)), "KMGTPE".charAt(unit - 1));
    }
}
