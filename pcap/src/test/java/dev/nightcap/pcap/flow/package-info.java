/** The bounded tables, tried at their bounds. */
@NullMarked
package dev.nightcap.pcap.flow;

import org.jspecify.annotations.NullMarked;
