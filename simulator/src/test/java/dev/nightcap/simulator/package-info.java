/** The simulator as a whole, as its clients see it. */
@NullMarked
package dev.nightcap.simulator;

import org.jspecify.annotations.NullMarked;
