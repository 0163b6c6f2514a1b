/** What is captured: kinds of targets, their ARM ids, and the ids that derive from them. */
@NullMarked
package dev.nightcap.workflows.target;

import org.jspecify.annotations.NullMarked;
