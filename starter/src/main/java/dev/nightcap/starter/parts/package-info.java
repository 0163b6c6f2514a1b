/** The composition root: from configuration to the objects that run. */
@NullMarked
package dev.nightcap.starter.parts;

import org.jspecify.annotations.NullMarked;
