package io.slipway.activities.cluster.keepalive;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicReference;

/** One request and its answer, to the last byte of its body. */
final class Exchange<T> {
    private final Connections connections;
    private final boolean watch;
    private final CompletableFuture<HttpResponse<T>> answer = new CompletableFuture<>();
    private final AtomicReference<CompletableFuture<HttpResponse<T>>> sent = new AtomicReference<>();
    private final AtomicReference<HeardBody<T>> body = new AtomicReference<>();

    private volatile boolean shares;
    private volatile long heard = System.nanoTime();

    Exchange(Connections connections, boolean watch) {
        this.connections = connections;
        this.watch = watch;
    }

    CompletableFuture<HttpResponse<T>> send(HttpRequest request, HttpResponse.BodyHandler<T> handler) {
        connections.begins(this);
        CompletableFuture<HttpResponse<T>> pending =
                connections.client().sendAsync(request, info -> coming(info, handler.apply(info)));
        sent.set(pending);
        var unused = pending.whenComplete(this::answered);
        unused = answer.whenComplete((response, error) -> {
            if (answer.isCancelled()) {
                pending.cancel(true);
            }
        });
        return answer;
    }

    private HeardBody<T> coming(HttpResponse.ResponseInfo info, HttpResponse.BodySubscriber<T> subscriber) {
        shares = info.version() == HttpClient.Version.HTTP_2;
        heard();
        HeardBody<T> coming = new HeardBody<>(
                watch ? new AsciiJson()::next : same -> same, subscriber, this::heard, () -> connections.ends(this));
        body.set(coming);
        return coming;
    }

    private void heard() {
        heard = System.nanoTime();
        connections.heard();
    }

    /** A watch over HTTP/1.1 has a connection of its own, which the signs of life of others say nothing about. */
    boolean isSilentAlone(Duration longest) {
        return watch && !shares && System.nanoTime() - heard >= longest.toNanos();
    }

    private void answered(HttpResponse<T> response, Throwable error) {
        if (error == null) {
            answer.complete(response);
        } else {
            connections.ends(this);
            answer.completeExceptionally(error instanceof CompletionException wrapped ? wrapped.getCause() : error);
        }
    }

    /** Fails, so that whoever asked asks anew. */
    void giveUp(IOException why) {
        answer.completeExceptionally(why);
        HeardBody<T> coming = body.get();
        if (coming != null) {
            coming.giveUp(why);
        }
        CompletableFuture<HttpResponse<T>> pending = sent.get();
        if (pending != null) {
            pending.cancel(true);
        }
    }
}
