/** Capture files made in code, and what must be read from them. */
@NullMarked
package dev.nightcap.pcap;

import org.jspecify.annotations.NullMarked;
