/** Who may come in. */
@NullMarked
package dev.nightcap.receiver.door;

import org.jspecify.annotations.NullMarked;
