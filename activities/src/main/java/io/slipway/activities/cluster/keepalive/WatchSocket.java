package io.slipway.activities.cluster.keepalive;

import java.io.IOException;
import java.net.URI;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;

/** A watch over a WebSocket, from the attempt to connect to its end. */
final class WatchSocket implements WebSocket.Listener, Connections.Waiting {
    private final Connections connections;
    private final WebSocket.Listener listener;
    private final CompletableFuture<WebSocket> opened = new CompletableFuture<>();
    private final AtomicReference<WebSocket> socket = new AtomicReference<>();
    private final AtomicBoolean over = new AtomicBoolean();
    private volatile long heard = System.nanoTime();

    WatchSocket(Connections connections, WebSocket.Listener listener) {
        this.connections = connections;
        this.listener = listener;
    }

    CompletableFuture<WebSocket> open(WebSocket.Builder builder, URI uri) {
        connections.begins(this);
        var unused = builder.buildAsync(uri, this).whenComplete((open, error) -> {
            if (error == null) {
                opened.complete(open);
            } else {
                end();
                opened.completeExceptionally(error instanceof CompletionException wrapped ? wrapped.getCause() : error);
            }
        });
        return opened;
    }

    @Override
    public void onOpen(WebSocket open) {
        heard();
        socket.set(open);
        if (over.get()) { // given up while it was connecting
            open.abort();
        } else {
            listener.onOpen(open);
        }
    }

    @Override
    public CompletionStage<?> onText(WebSocket open, CharSequence data, boolean last) {
        heard();
        return listener.onText(open, data, last);
    }

    @Override
    public CompletionStage<?> onBinary(WebSocket open, ByteBuffer data, boolean last) {
        heard();
        return listener.onBinary(open, data, last);
    }

    @Override
    public CompletionStage<?> onPong(WebSocket open, ByteBuffer message) {
        heard();
        return listener.onPong(open, message);
    }

    @Override
    public CompletionStage<?> onPing(WebSocket open, ByteBuffer message) {
        heard();
        return listener.onPing(open, message);
    }

    private void heard() {
        heard = System.nanoTime();
        connections.heard();
    }

    /** Its TCP connection is its own, so that it is asked by itself; servers answer a ping with a pong (RFC 6455). */
    @Override
    public void beat(Duration longest) {
        WebSocket open = socket.get();
        Duration silent = Duration.ofNanos(System.nanoTime() - heard);
        if (open != null && silent.compareTo(longest) >= 0) {
            giveUp(new IOException("nothing came over a watch for " + silent.toSeconds() + " s"));
        } else if (open != null) {
            var unused = open.sendPing(ByteBuffer.allocate(0));
        }
    }

    @Override
    public CompletionStage<?> onClose(WebSocket open, int statusCode, String reason) {
        return end() ? listener.onClose(open, statusCode, reason) : CompletableFuture.completedFuture(null);
    }

    @Override
    public void onError(WebSocket open, Throwable error) {
        if (end()) {
            listener.onError(open, error);
        }
    }

    @Override
    public void giveUp(IOException why) {
        WebSocket open = socket.get();
        if (open == null) {
            end();
            opened.completeExceptionally(why);
        } else {
            open.abort(); // after which the listener hears no more
            onError(open, why);
        }
    }

    private boolean end() {
        connections.ends(this);
        return over.compareAndSet(false, true);
    }
}
