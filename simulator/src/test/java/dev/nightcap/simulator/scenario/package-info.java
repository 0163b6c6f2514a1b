/** Tests of this room alone, without servers. */
@NullMarked
package dev.nightcap.simulator.scenario;

import org.jspecify.annotations.NullMarked;
