/** How people are told, one class for each channel. */
@NullMarked
package dev.nightcap.activities.channels;

import org.jspecify.annotations.NullMarked;
