/** The process that hosts workflows and activities, as an object. */
@NullMarked
package dev.nightcap.worker;

import org.jspecify.annotations.NullMarked;
