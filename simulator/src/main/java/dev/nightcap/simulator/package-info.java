/** Local Azure on loopback: ARM over HTTPS, a token endpoint, and blobs in the real Azurite. */
@NullMarked
package dev.nightcap.simulator;

import org.jspecify.annotations.NullMarked;
