/** Packet captures of Network Watcher. */
@NullMarked
package dev.nightcap.activities.watcher;

import org.jspecify.annotations.NullMarked;
