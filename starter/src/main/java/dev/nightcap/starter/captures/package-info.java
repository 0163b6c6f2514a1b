/** Captures and alerts as a client of Temporal sees them. */
@NullMarked
package dev.nightcap.starter.captures;

import org.jspecify.annotations.NullMarked;
