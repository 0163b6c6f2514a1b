/** The file formats: from a stream of bytes to frames with a time and a link type. */
@NullMarked
package dev.nightcap.pcap.format;

import org.jspecify.annotations.NullMarked;
