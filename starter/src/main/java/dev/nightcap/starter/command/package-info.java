/** The command line: one class for each command. */
@NullMarked
package dev.nightcap.starter.command;

import org.jspecify.annotations.NullMarked;
