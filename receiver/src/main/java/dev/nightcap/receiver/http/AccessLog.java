package dev.nightcap.receiver.http;

import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.RequestLog;
import org.eclipse.jetty.server.Response;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One line for each request: method, path, status, milliseconds, alert. Never the query, which may hold a token. */
final class AccessLog implements RequestLog {
    private static final Logger LOG = LoggerFactory.getLogger("dev.nightcap.receiver.access");
    private static final int LONGEST = 120;

    @Override
    public void log(Request request, Response response) {
        Object alert = request.getAttribute(Exchange.ALERT_ID);
        LOG.info(
                "{} {} {} {} ms alert={}",
                safe(request.getMethod()),
                safe(String.valueOf(request.getHttpURI().getPath())),
                response.getStatus(),
                TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - request.getBeginNanoTime()),
                alert == null ? "-" : alert);
    }

    private static String safe(String text) {
        String line = text.replaceAll("[^\\x21-\\x7e]", "?");
        return line.substring(0, Math.min(line.length(), LONGEST));
    }
}
