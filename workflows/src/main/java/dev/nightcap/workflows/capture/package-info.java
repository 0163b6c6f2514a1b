/** The story of one capture: its workflow, its ports, its values. */
@NullMarked
package dev.nightcap.workflows.capture;

import org.jspecify.annotations.NullMarked;
