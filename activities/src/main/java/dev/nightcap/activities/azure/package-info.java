/** How Azure is reached, and what its answers mean to a step. */
@NullMarked
package dev.nightcap.activities.azure;

import org.jspecify.annotations.NullMarked;
