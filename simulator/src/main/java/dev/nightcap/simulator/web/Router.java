package dev.nightcap.simulator.web;

import java.util.List;
import java.util.Map;

/** The first route that fits names the call; the endpoint of that operation answers it. */
public final class Router {

    private final List<Route> routes;

    public Router(List<Route> routes) {
        this.routes = List.copyOf(routes);
    }

    /** Names the call; an unknown path is a call of the operation {@code unknown}. */
    public Call name(WebRequest request) {
        return routes.stream()
                .flatMap(route -> route.match(request).stream())
                .findFirst()
                .orElseGet(() -> new Call(request, "unknown", Map.of()));
    }

    /** Passes the call to its route, or to {@code otherwise}. */
    public Endpoint or(Endpoint otherwise) {
        return call -> routes.stream()
                .filter(route -> route.operation().equals(call.operation()))
                .filter(route -> route.match(call.request()).isPresent())
                .findFirst()
                .map(Route::endpoint)
                .orElse(otherwise)
                .answer(call);
    }
}
