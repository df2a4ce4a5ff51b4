package io.slipway.activities.cluster.keepalive;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;

/**
 * Passes bytes on, until the connections that it then has fall silent: they stay open, and nothing comes through. During a cut
 * new ones wait for its end.
 */
final class StallingProxy implements AutoCloseable {
    private final InetSocketAddress server;
    private final ServerSocket door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final List<Socket> sockets = new ArrayList<>();
    private int connections;
    private int silent;
    private boolean cut;

    StallingProxy(InetSocketAddress server) throws IOException {
        this.server = server;
        Thread.ofVirtual().start(this::accept);
    }

    int port() {
        return door.getLocalPort();
    }

    synchronized int connections() {
        return connections;
    }

    /** Whatever is connected now is never heard of again. */
    synchronized void stall() {
        silent = connections;
    }

    /** The same, and until {@link #mend} nothing passes over new connections. */
    synchronized void cut() {
        stall();
        cut = true;
    }

    synchronized void mend() {
        cut = false;
        notifyAll();
    }

    /** Waits for the end of a cut, except for what is never heard of again. */
    private synchronized boolean mayPass(int connection) throws InterruptedException {
        while (cut && connection > silent) {
            wait();
        }
        return connection > silent;
    }

    private void accept() {
        try {
            while (true) {
                Socket client = door.accept();
                Socket there = new Socket(server.getAddress(), server.getPort());
                int number = opened(client, there);
                Thread.ofVirtual().start(() -> pass(number, client, there));
                Thread.ofVirtual().start(() -> pass(number, there, client));
            }
        } catch (IOException closed) {
            assert door.isClosed() : closed;
        }
    }

    private synchronized int opened(Socket client, Socket there) {
        sockets.add(client);
        sockets.add(there);
        return ++connections;
    }

    private void pass(int connection, Socket from, Socket to) {
        try (InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            byte[] buffer = new byte[8192];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                if (mayPass(connection)) {
                    out.write(buffer, 0, read);
                }
            }
        } catch (IOException ended) {
            // one side has gone, and try-with-resources tells the other
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public synchronized void close() throws IOException {
        door.close();
        for (Socket socket : sockets) {
            socket.close();
        }
    }
}
