package io.slipway.sandbox.api.server;

import io.slipway.sandbox.api.ApiBackend;
import io.slipway.sandbox.api.authn.Authenticator;
import io.slipway.sandbox.api.authn.ServiceAccountTokens;
import io.slipway.sandbox.api.authz.AccessReviews;
import io.slipway.sandbox.api.authz.Authorizer;
import io.slipway.sandbox.api.http.WebSockets;
import java.io.IOException;
import java.net.URI;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.VirtualThreads;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.eclipse.jetty.websocket.server.ServerWebSocketContainer;

/** The API server on a loopback port, plain HTTP, a virtual thread for each request. */
public final class ApiServer implements AutoCloseable {

    private static final String LOOPBACK = "127.0.0.1";
    private static final int PLATFORM_THREADS = 16;
    private static final int LARGEST_HEADER = 64 << 10;

    private final Server server;
    private final ServerConnector connector;

    private ApiServer(Server server, ServerConnector connector) {
        this.server = server;
        this.connector = connector;
    }

    /**
     * What authenticates.
     *
     * @param adminToken the token that may do everything
     * @param accountKey the key that signs the tokens of service accounts
     */
    public record Keys(String adminToken, String accountKey) {}

    /**
     * Takes a port; nothing is answered before {@link #start}.
     *
     * @param backend what stands behind the server
     * @param keys what authenticates
     * @param port the port, 0 for any free one
     * @return the server
     * @throws IOException when the port is taken
     */
    public static ApiServer open(ApiBackend backend, Keys keys, int port) throws IOException {
        QueuedThreadPool threads = new QueuedThreadPool(PLATFORM_THREADS);
        threads.setName("sandbox-api");
        threads.setVirtualThreadsExecutor(VirtualThreads.getDefaultVirtualThreadsExecutor());
        Server server = new Server(threads);
        ServerConnector connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(http()));
        connector.setHost(LOOPBACK);
        connector.setPort(port);
        connector.setIdleTimeout(0);
        server.addConnector(connector);
        WebSockets.configure(ServerWebSocketContainer.ensure(server));
        server.setHandler(handler(backend, keys));
        server.setStopTimeout(0);
        connector.open();
        return new ApiServer(server, connector);
    }

    private static ApiHandler handler(ApiBackend backend, Keys keys) {
        ServiceAccountTokens tokens = new ServiceAccountTokens(backend.store(), keys.accountKey());
        Authenticator authenticator = new Authenticator(keys.adminToken(), tokens);
        Authorizer authorizer = new Authorizer(backend.store());
        Router router = new Router(
                backend, new AccessReviews(authorizer, authenticator), new SubresourceRouter(backend, tokens));
        return new ApiHandler(backend, new AccessGate(authenticator, authorizer), router);
    }

    private static HttpConfiguration http() {
        HttpConfiguration http = new HttpConfiguration();
        http.setSendServerVersion(false);
        http.setRequestHeaderSize(LARGEST_HEADER);
        http.setUriCompliance(UriCompliance.UNSAFE);
        return http;
    }

    /**
     * Begins to answer.
     *
     * @throws IOException when the server cannot start
     */
    public void start() throws IOException {
        try {
            server.start();
        } catch (RuntimeException failure) {
            throw failure;
        } catch (Exception failure) {
            throw new IOException("the API server of the sandbox cannot start: " + failure.getMessage(), failure);
        }
    }

    /**
     * Where it answers.
     *
     * @return such as {@code http://127.0.0.1:40123}
     */
    public URI url() {
        return URI.create("http://" + LOOPBACK + ":" + connector.getLocalPort());
    }

    /** Stops at once; open watches and WebSockets break. */
    @Override
    public void close() {
        try {
            server.stop();
        } catch (RuntimeException failure) {
            throw failure;
        } catch (Exception failure) {
            throw new IllegalStateException("the API server of the sandbox cannot stop", failure);
        }
    }
}
