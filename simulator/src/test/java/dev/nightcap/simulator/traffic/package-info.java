/** Tests of this room alone, without servers. */
@NullMarked
package dev.nightcap.simulator.traffic;

import org.jspecify.annotations.NullMarked;
