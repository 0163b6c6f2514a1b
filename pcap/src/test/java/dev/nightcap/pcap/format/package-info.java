/** The corners of the file formats. */
@NullMarked
package dev.nightcap.pcap.format;

import org.jspecify.annotations.NullMarked;
