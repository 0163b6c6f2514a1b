/** Azure Resource Manager as far as packet captures need it, answering as recorded traffic does. */
@NullMarked
package dev.nightcap.simulator.arm;

import org.jspecify.annotations.NullMarked;
