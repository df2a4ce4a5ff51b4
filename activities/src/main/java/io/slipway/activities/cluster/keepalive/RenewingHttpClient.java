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
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;

/** A JDK client that can take new connections in place of those it has; {@link Pulse} says when. */
final class RenewingHttpClient extends HttpClient {
    private final Supplier<HttpClient> maker;
    private final Pulse pulse;
    private volatile Connections connections;

    RenewingHttpClient(Supplier<HttpClient> maker, Patience patience) {
        this.maker = maker;
        this.connections = new Connections(maker.get());
        this.pulse = new Pulse(this, patience);
    }

    Connections connections() {
        return connections;
    }

    /** From now on there are new connections; what waits on the old ones fails, and may be tried again. */
    void renew(IOException why) {
        Connections old = connections;
        connections = new Connections(maker.get());
        old.giveUp(why);
    }

    /** Ends with what is under way. Without it the client's selector would be left until it is collected. */
    void stop() {
        pulse.stop();
        connections.client().shutdownNow();
    }

    @Override
    public <T> CompletableFuture<HttpResponse<T>> sendAsync(HttpRequest request, HttpResponse.BodyHandler<T> handler) {
        pulse.beat(request.uri());
        return connections.send(request, handler);
    }

    @Override
    public <T> CompletableFuture<HttpResponse<T>> sendAsync(
            HttpRequest request,
            HttpResponse.BodyHandler<T> handler,
            HttpResponse.PushPromiseHandler<T> pushPromiseHandler) {
        return connections.client().sendAsync(request, handler, pushPromiseHandler);
    }

    @Override
    public <T> HttpResponse<T> send(HttpRequest request, HttpResponse.BodyHandler<T> handler)
            throws IOException, InterruptedException {
        return connections.client().send(request, handler);
    }

    @Override
    public WebSocket.Builder newWebSocketBuilder() {
        // A command in a pod and a port-forward: they have a connection of their own, and what they did would be lost.
        return connections.client().newWebSocketBuilder();
    }

    @Override
    public Optional<CookieHandler> cookieHandler() {
        return connections.client().cookieHandler();
    }

    @Override
    public Optional<Duration> connectTimeout() {
        return connections.client().connectTimeout();
    }

    @Override
    public Redirect followRedirects() {
        return connections.client().followRedirects();
    }

    @Override
    public Optional<ProxySelector> proxy() {
        return connections.client().proxy();
    }

    @Override
    public SSLContext sslContext() {
        return connections.client().sslContext();
    }

    @Override
    public SSLParameters sslParameters() {
        return connections.client().sslParameters();
    }

    @Override
    public Optional<Authenticator> authenticator() {
        return connections.client().authenticator();
    }

    @Override
    public Version version() {
        return connections.client().version();
    }

    @Override
    public Optional<Executor> executor() {
        return connections.client().executor();
    }
}
