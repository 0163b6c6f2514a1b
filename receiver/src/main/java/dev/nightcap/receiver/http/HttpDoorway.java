package dev.nightcap.receiver.http;

import dev.nightcap.receiver.door.Door;
import dev.nightcap.receiver.policy.AlertPolicy;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.server.handler.QoSHandler;
import org.eclipse.jetty.server.handler.SizeLimitHandler;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The HTTP server with its guards around the routes: graceful end, size, how many at once. */
public final class HttpDoorway implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(HttpDoorway.class);
    /** Only for connections without a request: one that is being answered is waited for. */
    private static final long SHUTDOWN_IDLE_MILLIS = 100;

    private static final int MOST_THREADS = 64;
    private static final int MOST_CONNECTIONS = 4_096;
    private static final int MOST_REQUESTS = 256;
    private static final int MOST_SUSPENDED = 1_024;

    private final String host;
    private final Server server;
    private final ServerConnector connector;

    /** @param port 0 takes a free one */
    public HttpDoorway(String host, int port, Limits limits, Door door, AlertPolicy policy, Orders orders) {
        this.host = host;
        QueuedThreadPool threads = new QueuedThreadPool(MOST_THREADS);
        threads.setName("receiver");
        this.server = new Server(threads);
        this.connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(http()));
        connector.setHost(host);
        connector.setPort(port);
        connector.setIdleTimeout(limits.idle().toMillis());
        connector.setShutdownIdleTimeout(SHUTDOWN_IDLE_MILLIS);
        server.addConnector(connector);
        server.addBean(new NetworkConnectionLimit(MOST_CONNECTIONS, connector));
        server.setRequestLog(new AccessLog());
        server.setErrorHandler(new ProblemErrors());
        server.setStopTimeout(limits.stop().toMillis());
        PostAlert post = new PostAlert(policy, orders, new Body(limits.maxBodyBytes(), limits.body()));
        server.setHandler(guarded(new Routes(door, post, new Lookup(orders), orders), limits));
    }

    /** @throws IOException if the address cannot be bound, naming it */
    public void start() throws IOException {
        try {
            server.start();
        } catch (IOException e) {
            close();
            throw e;
        } catch (Exception e) {
            close();
            throw new IllegalStateException("the receiver does not start", e);
        }
    }

    /** Where it listens; only while it runs. */
    public URI address() {
        String shown = host.contains(":") && !host.startsWith("[") ? "[" + host + "]" : host;
        return URI.create("http://" + shown + ":" + connector.getLocalPort());
    }

    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception e) {
            LOG.warn("the receiver did not stop cleanly: {}", e.toString());
        }
    }

    private static HttpConfiguration http() {
        HttpConfiguration http = new HttpConfiguration();
        http.setSendServerVersion(false);
        http.setSendXPoweredBy(false);
        return http;
    }

    private static Handler guarded(Handler routes, Limits limits) {
        QoSHandler atOnce = new QoSHandler(routes);
        atOnce.setMaxRequestCount(MOST_REQUESTS);
        atOnce.setMaxSuspendedRequestCount(MOST_SUSPENDED);
        atOnce.setMaxSuspend(Duration.ofSeconds(20));
        atOnce.excludePath("/livez");
        SizeLimitHandler size = new SizeLimitHandler(limits.maxBodyBytes(), -1);
        size.setHandler(atOnce);
        return new GracefulHandler(size);
    }
}
