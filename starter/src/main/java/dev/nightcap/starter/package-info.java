/** The program people run. */
@NullMarked
package dev.nightcap.starter;

import org.jspecify.annotations.NullMarked;
