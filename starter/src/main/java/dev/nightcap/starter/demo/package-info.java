/** The whole path on one machine, in one process beside Azurite and Temporal. */
@NullMarked
package dev.nightcap.starter.demo;

import org.jspecify.annotations.NullMarked;
