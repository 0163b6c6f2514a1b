package dev.nightcap.receiver.http;

import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/** What the server itself refuses, before or around our handlers, is a problem document too. */
final class ProblemErrors extends ErrorHandler {
    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        int status = request.getAttribute(ERROR_STATUS) instanceof Integer code ? code : response.getStatus();
        Exchange exchange = new Exchange(request, response, callback);
        switch (status) {
            case 404 -> exchange.answer(Problem.notFound());
            case 413 -> exchange.with(HttpHeader.CONNECTION, "close").answer(Problem.tooLarge());
            case 503 ->
                exchange.with(HttpHeader.RETRY_AFTER, "10")
                        .answer(Problem.of(
                                status,
                                "busy",
                                "the receiver is stopping, or has more requests than it can take",
                                "send the same request again later"));
            default -> {
                if (status >= 500) {
                    exchange.answer(Problem.internal());
                } else {
                    exchange.answer(Problem.of(
                            status, "bad-request", "the request is not one that HTTP allows here", "mend the request"));
                }
            }
        }
        return true;
    }
}
