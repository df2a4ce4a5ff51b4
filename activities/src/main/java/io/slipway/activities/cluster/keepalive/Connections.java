package io.slipway.activities.cluster.keepalive;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** The connections of one JDK client, what waits on them, and when something last came back. */
final class Connections {
    /** An API server lets a connection have 100 streams at once (250 before 1.29); those that begin together are not counted yet. */
    private static final int ROOM = 50;

    private final HttpClient client;
    private final Executor executor;
    private final Map<Exchange<?>, Long> waiting = new ConcurrentHashMap<>();
    private final AtomicInteger followed = new AtomicInteger();
    private volatile long heard = System.nanoTime();

    Connections(HttpClient client) {
        this.client = client;
        this.executor = client.executor().orElse(Thread::startVirtualThread);
    }

    HttpClient client() {
        return client;
    }

    <T> CompletableFuture<HttpResponse<T>> send(HttpRequest request, HttpResponse.BodyHandler<T> handler) {
        return Query.follows(request.uri())
                ? follow(request, handler)
                : new Exchange<T>(this, Query.watches(request.uri())).send(request, handler);
    }

    /** A log that is followed cannot be taken up where it was; it stays where it is, as commands in pods do. */
    private <T> CompletableFuture<HttpResponse<T>> follow(HttpRequest request, HttpResponse.BodyHandler<T> handler) {
        followed.incrementAndGet();
        AtomicBoolean ended = new AtomicBoolean();
        Runnable end = () -> {
            if (ended.compareAndSet(false, true)) {
                followed.decrementAndGet();
            }
        };
        CompletableFuture<HttpResponse<T>> answer =
                client.sendAsync(request, info -> new HeardBody<>(same -> same, handler.apply(info), () -> {}, end));
        var unused = answer.exceptionally(error -> {
            end.run();
            return null;
        });
        return answer;
    }

    /** Whether one more stream may begin. */
    boolean hasRoom() {
        return waiting.size() + followed.get() < ROOM;
    }

    void begins(Exchange<?> one) {
        waiting.put(one, System.nanoTime());
    }

    void ends(Exchange<?> one) {
        waiting.remove(one);
    }

    void heard() {
        heard = System.nanoTime();
    }

    /** How long nothing has come back. */
    Duration silent() {
        return Duration.ofNanos(System.nanoTime() - heard);
    }

    /** Whether something has waited for so long. */
    boolean waits(Duration atLeast) {
        long now = System.nanoTime();
        return waiting.values().stream().anyMatch(since -> now - since >= atLeast.toNanos());
    }

    /** Gives up the watches that have a connection of their own, over which nothing came for so long. */
    void giveUpSilentWatches(Duration longest) {
        waiting.keySet().stream()
                .filter(one -> one.isSilentAlone(longest))
                .forEach(one ->
                        one.giveUp(new IOException("nothing came over a watch for " + longest.toSeconds() + " s")));
    }

    int waiting() {
        return waiting.size();
    }

    /** Fails what waits; connections are closed when nothing that is left uses them. */
    void giveUp(IOException why) {
        client.shutdown();
        waiting.keySet().forEach(one -> executor.execute(() -> one.giveUp(why)));
        waiting.clear();
    }
}
