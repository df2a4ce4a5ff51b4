package io.slipway.sandbox.api.http;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.locks.ReentrantLock;
import org.eclipse.jetty.websocket.api.Callback;
import org.eclipse.jetty.websocket.api.Session;
import org.eclipse.jetty.websocket.api.StatusCode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** An open WebSocket: messages are sent and taken one by one. Sending is safe for any number of threads. */
public final class WebSocketConnection implements Session.Listener.AutoDemanding {

    private static final Logger LOG = LoggerFactory.getLogger(WebSocketConnection.class);
    private static final Optional<byte[]> END = Optional.empty();

    private final LinkedBlockingQueue<Optional<byte[]>> received = new LinkedBlockingQueue<>();
    /** A lock rather than a monitor: waiting in a monitor holds the carrier of a virtual thread before JDK 24. */
    private final ReentrantLock sending = new ReentrantLock();

    private final SocketWork work;
    private volatile Session session;
    private volatile boolean open;

    WebSocketConnection(SocketWork work) {
        this.work = work;
    }

    /** What is done with a WebSocket once it is open, on a thread of its own. */
    @FunctionalInterface
    public interface SocketWork {

        /**
         * Does it; the WebSocket is closed afterwards.
         *
         * @param socket the open WebSocket
         * @throws IOException when the client went away
         * @throws InterruptedException when the server stops
         */
        void run(WebSocketConnection socket) throws IOException, InterruptedException;
    }

    /** Called by Jetty: the handshake is done. */
    @Override
    public void onWebSocketOpen(Session opened) {
        this.session = opened;
        this.open = true;
        Thread.ofVirtual().name("websocket").start(this::work);
    }

    private void work() {
        try {
            work.run(this);
        } catch (IOException gone) {
            open = false;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException failure) {
            LOG.error("websocket failed protocol={}", protocol(), failure);
        } finally {
            close();
        }
    }

    /** Called by Jetty: a binary message came. */
    @Override
    public void onWebSocketBinary(ByteBuffer payload, Callback callback) {
        byte[] bytes = new byte[payload.remaining()];
        payload.get(bytes);
        received.add(Optional.of(bytes));
        callback.succeed();
    }

    /** Called by Jetty: a text message came. */
    @Override
    public void onWebSocketText(String message) {
        received.add(Optional.of(message.getBytes(StandardCharsets.UTF_8)));
    }

    /** Called by Jetty: the client closed. */
    @Override
    public void onWebSocketClose(int statusCode, String reason, Callback callback) {
        open = false;
        received.add(END);
        callback.succeed();
    }

    /** Called by Jetty: the connection broke. */
    @Override
    public void onWebSocketError(Throwable cause) {
        open = false;
        received.add(END);
    }

    /**
     * Takes the next message.
     *
     * @return the message, empty when the client closed
     * @throws InterruptedException when the waiting thread is interrupted
     */
    public Optional<byte[]> receive() throws InterruptedException {
        Optional<byte[]> next = received.take();
        if (next.isEmpty()) {
            received.add(END);
        }
        return next;
    }

    /**
     * The protocol agreed on.
     *
     * @return its name, empty for none
     */
    public String protocol() {
        String accepted = session.getUpgradeResponse().getAcceptedSubProtocol();
        return accepted == null ? "" : accepted;
    }

    /**
     * Whether messages can be sent.
     *
     * @return false once either side closed
     */
    public boolean isOpen() {
        return open && session.isOpen();
    }

    /**
     * Sends a text.
     *
     * @param text the message
     * @throws IOException when the client went away
     */
    public void sendText(String text) throws IOException {
        Callback.Completable sent = new Callback.Completable();
        sending.lock();
        try {
            session.sendText(text, sent);
            await(sent);
        } finally {
            sending.unlock();
        }
    }

    /**
     * Sends bytes.
     *
     * @param bytes the message
     * @throws IOException when the client went away
     */
    public void sendBinary(byte[] bytes) throws IOException {
        Callback.Completable sent = new Callback.Completable();
        sending.lock();
        try {
            session.sendBinary(ByteBuffer.wrap(bytes), sent);
            await(sent);
        } finally {
            sending.unlock();
        }
    }

    /** Closes, as both sides agreed. */
    public void close() {
        if (isOpen()) {
            open = false;
            session.close(StatusCode.NORMAL, "", Callback.NOOP);
        }
    }

    private static void await(Callback.Completable sent) throws IOException {
        try {
            sent.join();
        } catch (CompletionException failed) {
            throw new IOException("the WebSocket is closed", failed.getCause());
        }
    }
}
