/** One pass over a file: digest, facts, verdict. */
@NullMarked
package dev.nightcap.activities.evidence;

import org.jspecify.annotations.NullMarked;
