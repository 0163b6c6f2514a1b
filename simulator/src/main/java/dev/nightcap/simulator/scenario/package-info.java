/** Faults on a time line, by count or by chance, and the clock that they run by. */
@NullMarked
package dev.nightcap.simulator.scenario;

import org.jspecify.annotations.NullMarked;
