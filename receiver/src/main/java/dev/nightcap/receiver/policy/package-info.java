/** From what an alert says to what is to be done about it; pure. */
@NullMarked
package dev.nightcap.receiver.policy;

import org.jspecify.annotations.NullMarked;
