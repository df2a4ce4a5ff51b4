package io.slipway.activities.cluster.keepalive;

import java.net.URI;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/**
 * Opens WebSockets. A watch may be given up, since it can begin anew; a command in a pod and a port-forward may not: they
 * have a TCP connection of their own, and what they did would be lost.
 */
final class WatchingBuilder implements WebSocket.Builder {
    private final Connections connections;
    private final Pulse pulse;
    private final WebSocket.Builder builder;

    WatchingBuilder(Connections connections, Pulse pulse) {
        this.connections = connections;
        this.pulse = pulse;
        this.builder = connections.client().newWebSocketBuilder();
    }

    @Override
    public WebSocket.Builder header(String name, String value) {
        builder.header(name, value);
        return this;
    }

    @Override
    public WebSocket.Builder connectTimeout(Duration timeout) {
        builder.connectTimeout(timeout);
        return this;
    }

    @Override
    public WebSocket.Builder subprotocols(String mostPreferred, String... lesserPreferred) {
        builder.subprotocols(mostPreferred, lesserPreferred);
        return this;
    }

    @Override
    public CompletableFuture<WebSocket> buildAsync(URI uri, WebSocket.Listener listener) {
        if (!Query.watches(uri)) {
            return builder.buildAsync(uri, listener);
        }
        pulse.beat(uri);
        return new WatchSocket(connections, listener).open(builder, uri);
    }
}
