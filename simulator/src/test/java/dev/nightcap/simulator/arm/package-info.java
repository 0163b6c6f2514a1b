/** Tests of this room alone, without servers. */
@NullMarked
package dev.nightcap.simulator.arm;

import org.jspecify.annotations.NullMarked;
