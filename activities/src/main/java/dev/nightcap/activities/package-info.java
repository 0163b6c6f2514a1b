/** The ports, on technology: what a worker registers. */
@NullMarked
package dev.nightcap.activities;

import org.jspecify.annotations.NullMarked;
