/** The real Azurite: installed once, started and ended by the simulator. */
@NullMarked
package dev.nightcap.simulator.blobs;

import org.jspecify.annotations.NullMarked;
