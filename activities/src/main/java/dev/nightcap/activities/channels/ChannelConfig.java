package dev.nightcap.activities.channels;

import java.net.URI;

/** How to reach people by one channel. A closed set: each kind has a class of its own. */
public sealed interface ChannelConfig {
    /**
     * CloudEvents to an address.
     *
     * @param url a secret: whoever has it can post
     */
    record Webhook(URI url) implements ChannelConfig {
        /** @throws IllegalArgumentException if it is not an http or https address; the text does not hold it */
        public Webhook {
            if (url.getHost() == null || !String.valueOf(url.getScheme()).matches("https?")) {
                throw new IllegalArgumentException("a webhook's address is an http or https one");
            }
        }

        /** Without the address. */
        @Override
        public String toString() {
            return "Webhook[]";
        }
    }
}
