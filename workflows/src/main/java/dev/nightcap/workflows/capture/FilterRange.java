package dev.nightcap.workflows.capture;

import java.util.Arrays;
import java.util.regex.Pattern;

/** The grammar of an address or port in a filter: one value, one range {@code a-b}, or a list {@code a;b}. */
final class FilterRange {
    private static final Pattern OCTET = Pattern.compile("25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d");
    private static final Pattern IPV6 = Pattern.compile("[0-9A-Fa-f:]{2,39}(?:%\\w+)?");
    private static final int HIGHEST_PORT = 65_535;

    private FilterRange() {}

    static void checkAddresses(String text) {
        for (String address : values(text, "address")) {
            boolean v4 = address.split("\\.", -1).length == 4
                    && Arrays.stream(address.split("\\.", -1))
                            .allMatch(octet -> OCTET.matcher(octet).matches());
            boolean v6 = address.contains(":") && IPV6.matcher(address).matches();
            if (!v4 && !v6) {
                throw new IllegalArgumentException("a filter's address is an IP address, not '" + shown(address)
                        + "'; a range is a-b, a list a;b");
            }
        }
    }

    static void checkPorts(String text) {
        int previous = -1;
        for (String port : values(text, "port")) {
            int number = port.matches("\\d{1,5}") ? Integer.parseInt(port) : -1;
            if (number < 0 || number > HIGHEST_PORT) {
                throw new IllegalArgumentException("a filter's port is a number from 0 to 65535, not '" + shown(port)
                        + "'; a range is a-b, a list a;b");
            }
            if (text.contains("-") && number < previous) {
                throw new IllegalArgumentException("a filter's port range runs from the lower to the higher port");
            }
            previous = number;
        }
    }

    private static String[] values(String text, String what) {
        if (text.isEmpty()) {
            return new String[0];
        }
        if (text.contains("-") && (text.contains(";") || text.indexOf('-') != text.lastIndexOf('-'))) {
            throw new IllegalArgumentException("a filter's " + what + " is one value, one range a-b, or a list a;b;"
                    + " Azure takes no mix of them and no several ranges");
        }
        return text.split("[-;]", -1);
    }

    private static String shown(String text) {
        String safe = text.replaceAll("[^\\w.:/-]", "?");
        return safe.substring(0, Math.min(safe.length(), 40));
    }
}
