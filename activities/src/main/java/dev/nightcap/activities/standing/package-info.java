/** What Temporal knows of earlier captures. */
@NullMarked
package dev.nightcap.activities.standing;

import org.jspecify.annotations.NullMarked;
