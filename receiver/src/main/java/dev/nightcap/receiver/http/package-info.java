/** Requests and answers: routes, handlers, problem documents. */
@NullMarked
package dev.nightcap.receiver.http;

import org.jspecify.annotations.NullMarked;
