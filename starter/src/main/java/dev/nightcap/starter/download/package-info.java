/** Evidence fetched to a file, verified while it is written. */
@NullMarked
package dev.nightcap.starter.download;

import org.jspecify.annotations.NullMarked;
