/** What is looked for in the facts of a capture: one class per finding. */
@NullMarked
package dev.nightcap.verdict.rules;

import org.jspecify.annotations.NullMarked;
