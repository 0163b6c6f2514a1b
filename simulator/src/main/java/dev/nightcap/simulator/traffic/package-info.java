/** Stories of network traffic, generated in code, written as classic pcap. */
@NullMarked
package dev.nightcap.simulator.traffic;

import org.jspecify.annotations.NullMarked;
