package dev.nightcap.simulator.web;

/** What becomes of a request: a reply, or a connection that ends without one. */
public sealed interface Answer permits Reply, Dropped {

    /** The reply as the server sees it; a dropped one was made, but never sent. */
    Reply reply();
}
