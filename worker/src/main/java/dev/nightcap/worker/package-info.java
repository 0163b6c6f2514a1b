/** The process that hosts workflows and activities, as an object; its metrics and health. */
@NullMarked
package dev.nightcap.worker;

import org.jspecify.annotations.NullMarked;
