package dev.nightcap.pcap.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nightcap.pcap.packet.Packet;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class FlowTableTest {
    private final List<Integer> retired = new ArrayList<>();
    private final FlowTable table = new FlowTable(2048, flow -> retired.add(flow.ports >>> 16));

    @Test
    void finds_what_it_was_given_from_either_side() {
        for (int port = 1; port <= 2048; port++) {
            add(port);
        }
        for (int port = 1; port <= 2048; port++) {
            Packet there = packet(port);
            Packet back = reversed(port);
            Flow flow = table.find(there, table.hash(there));
            assertThat(flow).isNotNull();
            assertThat(table.find(back, table.hash(back))).isSameAs(flow);
        }
        assertThat(retired).isEmpty();
    }

    @Test
    void retires_the_silent_and_keeps_the_one_that_speaks() {
        Flow talker = add(1);
        for (int port = 2; port <= 10_000; port++) {
            talker.lastNanos = port;
            add(port);
        }
        assertThat(table.find(packet(1), table.hash(packet(1)))).isSameAs(talker);
        assertThat(retired).hasSize(10_000 - 2048).doesNotContain(1).doesNotHaveDuplicates();
        assertThat(table.retiredOpen()).isEqualTo(10_000 - 2048);
        table.close();
        assertThat(retired).hasSize(10_000).doesNotHaveDuplicates();
    }

    @Test
    void puts_a_connection_in_the_place_of_the_one_before_it_on_the_same_ports() {
        Flow first = add(7);
        Packet again = packet(7);
        Flow second = new Flow(again, table.hash(again), true, first.server);
        table.replace(first, second);
        assertThat(table.find(again, table.hash(again))).isSameAs(second);
        table.close();
        assertThat(retired).containsExactly(7, 7);
    }

    private Flow add(int port) {
        Packet packet = packet(port);
        Flow flow = new Flow(packet, table.hash(packet), true, new Server(0, 2, 443));
        table.add(flow);
        return flow;
    }

    private static Packet packet(int port) {
        Packet packet = new Packet();
        packet.nanos = port;
        packet.sourceLow = 1;
        packet.targetLow = 2;
        packet.sourcePort = port;
        packet.targetPort = 443;
        return packet;
    }

    private static Packet reversed(int port) {
        Packet packet = packet(443);
        packet.sourceLow = 2;
        packet.targetLow = 1;
        packet.targetPort = port;
        return packet;
    }
}
