package dev.nightcap.receiver.http;

import dev.nightcap.receiver.door.Door;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** From path and method to a handler, past the door. Whoever is not let in has no body read and learns of no path. */
final class Routes extends Handler.Abstract {
    private static final Pattern ORIGIN = Pattern.compile("[A-Za-z0-9.-]{1,253}(:\\d{1,5})?");
    private static final String ALERTS = "/alerts";
    private static final String CAPTURES = "/captures/";
    private static final String READ = "GET, HEAD";

    private final Door door;
    private final PostAlert post;
    private final Lookup lookup;
    private final Orders orders;

    Routes(Door door, PostAlert post, Lookup lookup, Orders orders) {
        this.door = door;
        this.post = post;
        this.lookup = lookup;
        this.orders = orders;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        Exchange exchange = new Exchange(request, response, callback);
        String path = String.valueOf(request.getHttpURI().getCanonicalPath());
        if (path.equals("/livez")) {
            reading(exchange, () -> exchange.answer(200, Map.of("status", "up")));
        } else if (path.equals("/readyz")) {
            reading(exchange, () -> ready(exchange));
        } else {
            switch (door.admit(Credentials.of(exchange), Request.getRemoteAddr(request))) {
                case IN -> route(exchange, path);
                case UNKNOWN ->
                    exchange.with(HttpHeader.WWW_AUTHENTICATE, "Bearer").answer(Problem.unauthenticated());
                case TOO_OFTEN -> exchange.with(HttpHeader.RETRY_AFTER, "60").answer(Problem.tooManyRefusals());
            }
        }
        return true;
    }

    private void route(Exchange exchange, String path) {
        if (path.equals(ALERTS)) {
            alerts(exchange);
        } else if (path.startsWith(ALERTS + "/")) {
            reading(exchange, () -> lookup.alert(exchange, path.substring(ALERTS.length() + 1)));
        } else if (path.startsWith(CAPTURES)) {
            reading(exchange, () -> lookup.capture(exchange, path.substring(CAPTURES.length())));
        } else {
            exchange.answer(Problem.notFound());
        }
    }

    private void alerts(Exchange exchange) {
        switch (exchange.request().getMethod()) {
            case "POST" -> post.handle(exchange);
            case "OPTIONS" -> options(exchange);
            default -> refuseMethod(exchange, "POST, OPTIONS");
        }
    }

    /** CloudEvents' handshake: whoever wants to send names itself, and is told that it may. */
    private static void options(Exchange exchange) {
        String origin = exchange.headers().get("WebHook-Request-Origin");
        if (origin == null || !ORIGIN.matcher(origin).matches()) {
            exchange.with(HttpHeader.ALLOW, "POST, OPTIONS").answer(200, Map.of("methods", List.of("POST", "OPTIONS")));
        } else {
            exchange.with(HttpHeader.ALLOW, "POST, OPTIONS")
                    .with("WebHook-Allowed-Origin", origin)
                    .with("WebHook-Allowed-Rate", "*")
                    .answer(200, Map.of("allowedOrigin", origin));
        }
    }

    private void ready(Exchange exchange) {
        boolean ready;
        try {
            ready = orders.ready();
        } catch (RuntimeException e) {
            ready = false;
        }
        if (ready) {
            exchange.answer(200, Map.of("status", "ready"));
        } else {
            exchange.with(HttpHeader.RETRY_AFTER, "10").answer(Problem.unreachable());
        }
    }

    private static void reading(Exchange exchange, Runnable handler) {
        String method = exchange.request().getMethod();
        if (method.equals("GET") || method.equals("HEAD")) {
            handler.run();
        } else {
            refuseMethod(exchange, READ);
        }
    }

    private static void refuseMethod(Exchange exchange, String allowed) {
        exchange.with(HttpHeader.ALLOW, allowed).answer(Problem.methodNotAllowed(allowed));
    }
}
