/** What people see: phases, tables, JSON, and the words and exit codes of failures. */
@NullMarked
package dev.nightcap.starter.terminal;

import org.jspecify.annotations.NullMarked;
