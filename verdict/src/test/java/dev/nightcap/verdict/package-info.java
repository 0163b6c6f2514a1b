/** Stories of traffic and the words they must get. */
@NullMarked
package dev.nightcap.verdict;

import org.jspecify.annotations.NullMarked;
