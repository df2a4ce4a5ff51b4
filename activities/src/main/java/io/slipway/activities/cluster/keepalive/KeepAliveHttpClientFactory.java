package io.slipway.activities.cluster.keepalive;

import io.fabric8.kubernetes.client.jdkhttp.JdkHttpClientFactory;
import io.fabric8.kubernetes.client.jdkhttp.JdkHttpClientImpl;
import java.net.http.HttpClient;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Fabric8's factory of JDK clients, whose clients give up connections over which nothing comes back: the JDK has no
 * pings, and a request that has timed out is sent again over the same HTTP/2 connection. One factory serves one client.
 */
public final class KeepAliveHttpClientFactory extends JdkHttpClientFactory {
    /**
     * How many seconds a connection is kept that nothing uses. API servers close it after 90, and the JDK by itself after 30:
     * the next rollout's handshake then undoes much of what was compiled for the connection that it had.
     */
    private static final String IDLE = "jdk.httpclient.keepalive.timeout";

    private static final String USUAL_IDLE_SECONDS = "75";

    static {
        if (System.getProperty(IDLE) == null) {
            System.setProperty(IDLE, USUAL_IDLE_SECONDS);
        }
    }

    private final Patience patience;
    private final List<RenewingHttpClient> made = new CopyOnWriteArrayList<>();

    /** Clients with that patience. */
    public KeepAliveHttpClientFactory(Patience patience) {
        this.patience = patience;
    }

    @Override
    protected HttpClient.Builder createNewHttpClientBuilder() {
        return new RenewingBuilder(super.createNewHttpClientBuilder(), this::renewing);
    }

    private HttpClient renewing(HttpClient.Builder builder) {
        RenewingHttpClient client = new RenewingHttpClient(builder::build, patience);
        made.add(client);
        return client;
    }

    @Override
    protected void closeHttpClient(JdkHttpClientImpl client) {
        made.forEach(RenewingHttpClient::stop);
        super.closeHttpClient(client);
    }
}
