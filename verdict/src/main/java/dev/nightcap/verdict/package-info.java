/** Facts to words: one sentence, then findings in order of weight. */
@NullMarked
package dev.nightcap.verdict;

import org.jspecify.annotations.NullMarked;
