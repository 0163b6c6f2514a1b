/** The files of a capture, as blobs. */
@NullMarked
package dev.nightcap.activities.storage;

import org.jspecify.annotations.NullMarked;
