package io.slipway.activities.cluster.keepalive;

import java.io.IOException;
import java.net.Authenticator;
import java.net.CookieHandler;
import java.net.ProxySelector;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;

/**
 * A JDK client that can take new connections in place of those it has; {@link Pulse} says when. It is several: over HTTP/2 a
 * JDK client has one connection, and refuses what would be more than the server's streams at once on it.
 */
final class RenewingHttpClient extends HttpClient {
    private final Supplier<HttpClient> maker;
    private final Pulse pulse;
    private final List<Connections> all;

    RenewingHttpClient(Supplier<HttpClient> maker, Patience patience) {
        this.maker = maker;
        this.all = new CopyOnWriteArrayList<>(List.of(new Connections(maker.get())));
        this.pulse = new Pulse(this, patience);
    }

    List<Connections> all() {
        return all;
    }

    private Connections roomy() {
        return all.stream().filter(Connections::hasRoom).findFirst().orElseGet(this::more);
    }

    private synchronized Connections more() {
        return all.stream().filter(Connections::hasRoom).findFirst().orElseGet(() -> {
            Connections fresh = new Connections(maker.get());
            all.add(fresh);
            return fresh;
        });
    }

    private HttpClient first() {
        return all.getFirst().client();
    }

    /** From now on there are new connections; what waits on the old ones fails, and may be tried again. */
    synchronized void renew(Connections old, IOException why) {
        all.set(all.indexOf(old), new Connections(maker.get()));
        old.giveUp(why);
    }

    /** Ends with what is under way. Without it the client's selector would be left until it is collected. */
    void stop() {
        pulse.stop();
        all.forEach(connections -> connections.client().shutdownNow());
    }

    @Override
    public <T> CompletableFuture<HttpResponse<T>> sendAsync(HttpRequest request, HttpResponse.BodyHandler<T> handler) {
        pulse.beat(request.uri());
        return roomy().send(request, handler);
    }

    @Override
    public <T> CompletableFuture<HttpResponse<T>> sendAsync(
            HttpRequest request,
            HttpResponse.BodyHandler<T> handler,
            HttpResponse.PushPromiseHandler<T> pushPromiseHandler) {
        return first().sendAsync(request, handler, pushPromiseHandler);
    }

    @Override
    public <T> HttpResponse<T> send(HttpRequest request, HttpResponse.BodyHandler<T> handler)
            throws IOException, InterruptedException {
        return first().send(request, handler);
    }

    @Override
    public WebSocket.Builder newWebSocketBuilder() {
        // A command in a pod and a port-forward: they have a connection of their own, and what they did would be lost.
        return first().newWebSocketBuilder();
    }

    @Override
    public Optional<CookieHandler> cookieHandler() {
        return first().cookieHandler();
    }

    @Override
    public Optional<Duration> connectTimeout() {
        return first().connectTimeout();
    }

    @Override
    public Redirect followRedirects() {
        return first().followRedirects();
    }

    @Override
    public Optional<ProxySelector> proxy() {
        return first().proxy();
    }

    @Override
    public SSLContext sslContext() {
        return first().sslContext();
    }

    @Override
    public SSLParameters sslParameters() {
        return first().sslParameters();
    }

    @Override
    public Optional<Authenticator> authenticator() {
        return first().authenticator();
    }

    @Override
    public Version version() {
        return first().version();
    }

    @Override
    public Optional<Executor> executor() {
        return first().executor();
    }
}
