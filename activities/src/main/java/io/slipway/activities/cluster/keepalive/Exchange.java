package io.slipway.activities.cluster.keepalive;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicReference;

/** One request and its answer, to the last byte of its body. */
final class Exchange<T> implements Connections.Waiting {
    private final Connections connections;
    private final CompletableFuture<HttpResponse<T>> answer = new CompletableFuture<>();
    private final AtomicReference<CompletableFuture<HttpResponse<T>>> sent = new AtomicReference<>();
    private final AtomicReference<HeardBody<T>> body = new AtomicReference<>();

    Exchange(Connections connections) {
        this.connections = connections;
    }

    CompletableFuture<HttpResponse<T>> send(HttpRequest request, HttpResponse.BodyHandler<T> handler) {
        connections.begins(this);
        CompletableFuture<HttpResponse<T>> pending =
                connections.client().sendAsync(request, info -> heard(handler.apply(info)));
        sent.set(pending);
        var unused = pending.whenComplete(this::answered);
        unused = answer.whenComplete((response, error) -> {
            if (answer.isCancelled()) {
                pending.cancel(true);
            }
        });
        return answer;
    }

    private HeardBody<T> heard(HttpResponse.BodySubscriber<T> subscriber) {
        connections.heard();
        HeardBody<T> heard = new HeardBody<>(subscriber, connections::heard, () -> connections.ends(this));
        body.set(heard);
        return heard;
    }

    private void answered(HttpResponse<T> response, Throwable error) {
        if (error == null) {
            answer.complete(response);
        } else {
            connections.ends(this);
            answer.completeExceptionally(error instanceof CompletionException wrapped ? wrapped.getCause() : error);
        }
    }

    @Override
    public void giveUp(IOException why) {
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
