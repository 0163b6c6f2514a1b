package dev.nightcap.receiver.http;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.jetty.http.HttpHeader;

/** What a request brings to show who sends it. Action groups can send no header: for them there is the query. */
final class Credentials {
    private static final String BEARER = "Bearer ";
    private static final int MOST = 8;

    private Credentials() {}

    static List<String> of(Exchange exchange) {
        List<String> presented = new ArrayList<>();
        String authorization = exchange.headers().get(HttpHeader.AUTHORIZATION);
        if (authorization != null && authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            presented.add(authorization.substring(BEARER.length()).strip());
        }
        String header = exchange.headers().get("X-Nightcap-Token");
        if (header != null) {
            presented.add(header.strip());
        }
        presented.addAll(exchange.query("token"));
        return presented.subList(0, Math.min(presented.size(), MOST));
    }
}
