/** The machine's own Temporal dev server: installed, started, found again. */
@NullMarked
package dev.nightcap.starter.local;

import org.jspecify.annotations.NullMarked;
