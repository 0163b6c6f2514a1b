package dev.nightcap.simulator.arm;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where a file goes: {@code https://ACCOUNT.blob.core.windows.net/CONTAINER/PATH}. */
record StoragePath(String account, String container, String blob) {

    private static final Pattern FORM = Pattern.compile("https?://([a-z0-9]+)\\.blob\\.[^/]+/([^/?]+)/([^?]+)");
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("yyyy/MM/dd", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH_mm_ss_SSS", Locale.ROOT).withZone(ZoneOffset.UTC);

    static Optional<StoragePath> parse(String url) {
        Matcher matcher = FORM.matcher(url);
        return matcher.matches()
                ? Optional.of(new StoragePath(matcher.group(1), matcher.group(2), matcher.group(3)))
                : Optional.empty();
    }

    /** A machine's default: the whole path in lower case, named after the moment of the {@code PUT}. */
    static String ofMachine(String account, String targetId, Instant now) {
        return base(account)
                + (targetId + "/" + DAY.format(now) + "/packetcapture_" + TIME.format(now) + ".cap")
                        .toLowerCase(Locale.ROOT);
    }

    /** One instance of a scale set: the documentation spells this one with capitals. */
    static String ofInstance(String account, String targetId, String instance, Instant now) {
        return base(account) + targetId.toLowerCase(Locale.ROOT) + "/virtualMachines/" + instance + "/"
                + DAY.format(now) + "/packetCapture_" + TIME.format(now) + ".cap";
    }

    /** Several instances: a prefix without an extension. */
    static String ofScaleSet(String account, String targetId, Instant now) {
        return base(account) + targetId.toLowerCase(Locale.ROOT) + "/" + DAY.format(now) + "/packetCapture_"
                + TIME.format(now);
    }

    private static String base(String account) {
        return "https://" + account + ".blob.core.windows.net/network-watcher-logs";
    }
}
