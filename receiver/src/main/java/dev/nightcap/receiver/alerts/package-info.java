/** From a body's bytes to what it says, one adapter for each schema; knows no HTTP, no Temporal and no policy. */
@NullMarked
package dev.nightcap.receiver.alerts;

import org.jspecify.annotations.NullMarked;
