package dev.nightcap.verdict.rules;

import dev.nightcap.pcap.packet.Endpoint;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** Numbers, times and filters as people read them; the same in every locale. */
public final class Words {
    private Words() {}

    /** {@code 48,112}. */
    public static String count(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    /** {@code 1 packet}, {@code 48,112 packets}. */
    public static String count(long count, String noun) {
        return count(count) + " " + noun + (count == 1 ? "" : "s");
    }

    /** {@code 6.1 %}. */
    public static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f %%", share * 100);
    }

    /** {@code 1.1 ms} below a second, {@code 2.5 s} below a minute, {@code 240 s} below ten, then minutes and hours. */
    public static String duration(Duration duration) {
        double seconds = duration.toNanos() / 1e9;
        if (seconds < 1) {
            return String.format(Locale.ROOT, "%.1f ms", seconds * 1_000);
        }
        if (seconds < 60) {
            return String.format(Locale.ROOT, "%.1f s", seconds);
        }
        long rounded = Math.round(seconds);
        if (rounded < 600) {
            return rounded + " s";
        }
        return rounded < 7200 ? rounded / 60 + " min" : rounded / 3600 + " h " + rounded % 3600 / 60 + " min";
    }

    /** Names in a row, or nothing. */
    public static String named(String before, List<String> names) {
        return names.isEmpty()
                ? ""
                : before + String.join(", ", names.subList(0, Math.min(Thresholds.LISTED, names.size())));
    }

    /** Packets to this endpoint. */
    static String to(Endpoint endpoint) {
        return (endpoint.isV6() ? "ipv6.dst==" : "ip.dst==") + endpoint.address() + " && tcp.dstport=="
                + endpoint.port();
    }

    /** Packets from or to this endpoint. */
    static String with(Endpoint endpoint) {
        return (endpoint.isV6() ? "ipv6.addr==" : "ip.addr==") + endpoint.address() + " && tcp.port=="
                + endpoint.port();
    }

    /** Packets that this address sent. */
    static String from(String address) {
        return (address.indexOf(':') >= 0 ? "ipv6.src==" : "ip.src==") + address;
    }
}
