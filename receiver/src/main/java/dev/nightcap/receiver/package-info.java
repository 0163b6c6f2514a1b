/** How alerts come in: the receiver as an object, and the desk that it hands its orders to. */
@NullMarked
package dev.nightcap.receiver;

import org.jspecify.annotations.NullMarked;
