/** Capture files to facts: one streaming pass, bounded memory, no dependency but the JDK. */
@NullMarked
package dev.nightcap.pcap;

import org.jspecify.annotations.NullMarked;
