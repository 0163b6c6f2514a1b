/** From an alert to a decision for each of its targets. */
@NullMarked
package dev.nightcap.workflows.alert;

import org.jspecify.annotations.NullMarked;
