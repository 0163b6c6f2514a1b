package dev.nightcap.simulator.traffic;

import java.util.Locale;

/**
 * A filter as Azure defines it: every part that is set must fit; of several filters one is enough.
 *
 * @param protocol {@code TCP}, {@code UDP} or {@code Any}
 * @param localAddress empty for any, or one, {@code a-b} or {@code a;b}; the other three likewise
 */
public record FrameFilter(
        String protocol, String localAddress, String remoteAddress, String localPort, String remotePort) {

    boolean fits(Frame frame, String local) {
        boolean out = frame.from().address().equals(local);
        Frame.Endpoint here = out ? frame.from() : frame.to();
        Frame.Endpoint there = out ? frame.to() : frame.from();
        return fitsProtocol(frame.protocol())
                && within(localAddress, number(here.address()))
                && within(remoteAddress, number(there.address()))
                && within(localPort, here.port())
                && within(remotePort, there.port());
    }

    private boolean fitsProtocol(int number) {
        return switch (protocol.toUpperCase(Locale.ROOT)) {
            case "TCP" -> number == 6;
            case "UDP" -> number == 17;
            default -> true;
        };
    }

    private static boolean within(String wanted, long value) {
        if (wanted.isEmpty()) {
            return true;
        }
        if (wanted.contains("-")) {
            String[] ends = wanted.split("-", 2);
            return number(ends[0]) <= value && value <= number(ends[1]);
        }
        for (String one : wanted.split(";", -1)) {
            if (number(one) == value) {
                return true;
            }
        }
        return false;
    }

    /** A port as it is, an IPv4 address as 32 bits; -1 for anything else, which no frame of ours has. */
    private static long number(String text) {
        String trimmed = text.trim();
        if (trimmed.matches("\\d{1,9}")) {
            return Long.parseLong(trimmed);
        }
        if (!trimmed.matches("\\d{1,3}(\\.\\d{1,3}){3}")) {
            return -1;
        }
        long value = 0;
        for (String part : trimmed.split("\\.", -1)) {
            value = value << 8 | Long.parseLong(part);
        }
        return value;
    }
}
