package io.slipway.sandbox.lakefs;

import io.slipway.sandbox.net.SimEndpoint;
import io.slipway.sandbox.net.SimHttpServer;
import io.slipway.sandbox.store.ObjectStore;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/**
 * The stand-in for lakeFS as a server of its own, with its S3 gateway, for a cluster that has real everything else. It
 * forgets everything when it ends. Its environment is that of the image: {@code LAKEFS_SANDBOX_REPOSITORIES},
 * {@code LAKEFS_INSTALLATION_ACCESS_KEY_ID}, {@code LAKEFS_INSTALLATION_SECRET_ACCESS_KEY}.
 */
public final class LakefsServer implements AutoCloseable {
    private final ObjectStore store;
    private final SimHttpServer http;

    private LakefsServer(ObjectStore store, SimHttpServer http) {
        this.store = store;
        this.http = http;
    }

    /** Listens on an address. */
    public static LakefsServer start(InetSocketAddress address, Map<String, String> env) {
        ObjectStore store = ObjectStore.inMemory();
        Repositories repositories = new Repositories(store, "server", env);
        Contents contents = new Contents();
        SimEndpoint api = new LakefsApi(repositories, contents, env);
        SimEndpoint gateway =
                new S3Gateway(repositories, contents, env.getOrDefault("LAKEFS_INSTALLATION_ACCESS_KEY_ID", ""));
        SimEndpoint both =
                request -> request.path().startsWith("/api/") || request.path().equals("/_health")
                        ? api.handle(request)
                        : gateway.handle(request);
        return new LakefsServer(store, SimHttpServer.at(address, both));
    }

    /** Where it listens. */
    public InetSocketAddress address() {
        return http.address();
    }

    @Override
    public void close() {
        http.close();
        store.close();
    }

    /**
     * Serves at the address {@code HOST PORT} until it is ended.
     *
     * @throws IllegalArgumentException when the arguments are no such address
     */
    public static void main(String[] args) throws InterruptedException {
        if (args.length != 2 || !args[1].matches("\\d{1,5}")) {
            throw new IllegalArgumentException("give the address to listen on, as HOST PORT");
        }
        InetSocketAddress address = new InetSocketAddress(args[0], Integer.parseInt(args[1]));
        try (LakefsServer server = start(address, System.getenv())) {
            System.out.println("lakeFS, a stand-in made from its published API, listens on " + server.address());
            new CountDownLatch(1).await();
        }
    }
}
