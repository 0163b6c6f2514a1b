package dev.nightcap.pcap.flow;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Servers by endpoint. Those that come when it is full share one entry, which is counted but not listed. */
final class ServerTable {
    private static final int MOST = 8_192;
    private static final int LISTED = 100;

    private final Map<Key, Server> servers = new HashMap<>();
    private final Server others = new Server(0, 0, 0);

    private record Key(long high, long low, int port) {
        @Override
        public int hashCode() {
            return Scatter.hash(high, low, port);
        }
    }

    Server of(long high, long low, int port) {
        Key key = new Key(high, low, port);
        Server server = servers.get(key);
        if (server == null) {
            if (servers.size() == MOST) {
                return others;
            }
            server = new Server(high, low, port);
            servers.put(key, server);
        }
        return server;
    }

    /** The worst first, then the busiest. */
    List<ServerFacts> facts() {
        return servers.values().stream()
                .sorted(Comparator.comparingLong(Server::trouble)
                        .thenComparingLong(server -> server.packets)
                        .reversed())
                .limit(LISTED)
                .map(Server::facts)
                .toList();
    }

    /** Connections to servers that are not told apart. */
    long overflow() {
        return others.connections;
    }
}
