/** The headers of one frame: from a link type and bytes to addresses, ports and the place of the payload. */
@NullMarked
package dev.nightcap.pcap.packet;

import org.jspecify.annotations.NullMarked;
