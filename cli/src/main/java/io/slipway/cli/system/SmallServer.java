package io.slipway.cli.system;

import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A few paths of HTTP, served by this process to programs that look after it. */
final class SmallServer implements AutoCloseable {
    private final HttpServer server;
    private final ExecutorService threads;

    private SmallServer(HttpServer server, ExecutorService threads) {
        this.server = server;
        this.threads = threads;
    }

    /**
     * Serves them.
     *
     * @param paths path → what answers; also what is below a path
     * @throws IOException when the port is taken
     */
    static SmallServer serve(InetSocketAddress address, Map<String, HttpHandler> paths) throws IOException {
        HttpServer server = HttpServer.create(address, 0);
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
        server.setExecutor(threads);
        paths.forEach(server::createContext);
        server.start();
        return new SmallServer(server, threads);
    }

    /** Where it answers, such as {@code http://127.0.0.1:8080}. */
    String address() {
        InetSocketAddress at = server.getAddress();
        String host = at.getAddress().isAnyLocalAddress()
                ? "0.0.0.0"
                : at.getAddress().getHostAddress();
        return "http://" + host + ":" + at.getPort();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.close();
    }
}
