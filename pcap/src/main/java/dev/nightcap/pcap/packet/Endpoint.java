package dev.nightcap.pcap.packet;

/** An address and a port, as text made of digits, hex and separators only. */
public record Endpoint(String address, int port) {
    public static Endpoint of(long high, long low, int port) {
        return new Endpoint(Addresses.text(high, low), port);
    }

    public boolean isV6() {
        return address.indexOf(':') >= 0;
    }

    /** {@code 10.2.0.4:1433} or {@code [2001:db8::1]:1433}. */
    @Override
    public String toString() {
        return isV6() ? "[" + address + "]:" + port : address + ":" + port;
    }
}
