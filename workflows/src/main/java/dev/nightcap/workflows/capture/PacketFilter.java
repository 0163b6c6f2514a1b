package dev.nightcap.workflows.capture;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One filter of a packet capture; several are alternatives. Every text is either empty (any) or as Azure defines it: a
 * single value, one range {@code a-b}, or a list {@code a;b}; never a mix.
 *
 * @param protocol {@code TCP}, {@code UDP} or {@code Any}
 */
public record PacketFilter(
        String protocol, String localAddress, String localPort, String remoteAddress, String remotePort) {
    private static final String SIDE = "(\\[[^\\]]*\\]|[^:,=\\[\\]]*)(?::([^:,=\\[\\]]*))?";
    private static final Pattern TEXT = Pattern.compile("([^:,=]*)(?::" + SIDE + ")?(?:,local=" + SIDE + ")?");

    /** @throws IllegalArgumentException naming the part that Azure would not take */
    public PacketFilter {
        protocol = protocol(protocol);
        FilterRange.checkAddresses(localAddress);
        FilterRange.checkAddresses(remoteAddress);
        FilterRange.checkPorts(localPort);
        FilterRange.checkPorts(remotePort);
    }

    /**
     * Reads {@code PROTOCOL[:REMOTE_ADDRESS[:REMOTE_PORT]][,local=ADDRESS[:PORT]]}, for example
     * {@code tcp:10.2.0.4:1433}, {@code udp::53}, {@code tcp:10.0.0.1-10.0.0.9:80;443}, {@code any,local=10.1.0.4}. An
     * IPv6 address stands in brackets.
     *
     * @throws IllegalArgumentException saying which part is wrong and what would be right
     */
    public static PacketFilter parse(String text) {
        Matcher parts = TEXT.matcher(text.strip());
        if (!parts.matches()) {
            throw new IllegalArgumentException("a filter is written PROTOCOL:ADDRESS:PORT, with ',local=ADDRESS:PORT'"
                    + " for the VM's own side; for example tcp:10.2.0.4:1433 or udp::53");
        }
        return new PacketFilter(
                parts.group(1),
                address(parts.group(4)),
                orEmpty(parts.group(5)),
                address(parts.group(2)),
                orEmpty(parts.group(3)));
    }

    /** The form that {@link #parse} reads. */
    @Override
    public String toString() {
        String remote = side(remoteAddress, remotePort);
        String local = side(localAddress, localPort);
        return protocol.toLowerCase(Locale.ROOT)
                + (remote.isEmpty() ? "" : ":" + remote)
                + (local.isEmpty() ? "" : ",local=" + local);
    }

    private static String side(String address, String port) {
        String shown = address.contains(":") ? "[" + address + "]" : address;
        return port.isEmpty() ? shown : shown + ":" + port;
    }

    private static String protocol(String text) {
        for (String known : new String[] {"TCP", "UDP", "Any"}) {
            if (known.equalsIgnoreCase(text)) {
                return known;
            }
        }
        throw new IllegalArgumentException("a filter's protocol is tcp, udp or any");
    }

    private static String address(@Nullable String group) {
        return orEmpty(group).replaceAll("[\\[\\]]", "");
    }

    private static String orEmpty(@Nullable String group) {
        return group == null ? "" : group;
    }
}
