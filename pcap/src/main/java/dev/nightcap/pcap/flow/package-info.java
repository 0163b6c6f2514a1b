/** What packets mean together: connections, resolutions, handshakes, and the facts counted from them. */
@NullMarked
package dev.nightcap.pcap.flow;

import org.jspecify.annotations.NullMarked;
