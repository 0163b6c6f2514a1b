/** The small HTTP kit that every door of the simulator is built with: certificates, routes, JSON. */
@NullMarked
package dev.nightcap.simulator.web;

import org.jspecify.annotations.NullMarked;
