package dev.nightcap.simulator.traffic;

import java.util.Random;

/**
 * Who is on the network.
 *
 * @param local the machine that captures
 * @param wire makes frames as that machine sees them
 * @param micros how long the capture lasts
 */
record Scene(String local, Wire wire, long micros, long seed) {

    static final String DATABASE = "10.2.0.4";
    static final String NEIGHBOUR = "10.2.0.5";
    static final String RESOLVER = "168.63.129.16";
    static final String STORAGE = "20.60.10.4";

    /** Who calls the database: this machine, or a neighbour where this machine is the database. */
    String caller() {
        return local.equals(DATABASE) ? NEIGHBOUR : local;
    }

    /** The same dice for the same seed, strand and number, whatever came before. */
    Random dice(String strand, long number) {
        return new Random((seed * 31 + strand.hashCode()) * 1_000_003 + number);
    }

    /** A client's port: different for connections that are less than an hour apart. */
    static int port(int base, long number) {
        return base + (int) (number % 6_000);
    }
}
