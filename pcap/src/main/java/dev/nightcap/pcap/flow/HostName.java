package dev.nightcap.pcap.flow;

/** Names from packets, made harmless: letters, digits, dot, hyphen and underscore; at most 100 of them. */
final class HostName {
    static final int MOST = 100;

    private HostName() {}

    /** Appends the byte, or {@code ?} for one that no host name has. */
    static void append(StringBuilder name, int octet) {
        if (name.length() < MOST) {
            boolean allowed = (octet >= 'a' && octet <= 'z')
                    || (octet >= 'A' && octet <= 'Z')
                    || (octet >= '0' && octet <= '9')
                    || octet == '.'
                    || octet == '-'
                    || octet == '_';
            name.append(allowed ? (char) octet : '?');
        }
    }
}
