package io.slipway.activities.cluster.watch;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Passes bytes on, but keeps what comes over watches while it lags. Each watch needs a connection of its own. */
final class LaggingProxy implements AutoCloseable {
    private final InetSocketAddress server;
    private final ServerSocket door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final List<Socket> sockets = new ArrayList<>();
    private final Set<Socket> watching = ConcurrentHashMap.newKeySet();
    private boolean lags;

    LaggingProxy(InetSocketAddress server) throws IOException {
        this.server = server;
        Thread.ofVirtual().start(this::accept);
    }

    int port() {
        return door.getLocalPort();
    }

    synchronized void lag() {
        lags = true;
    }

    private synchronized void waitFor(Socket client) throws InterruptedException {
        while (lags && watching.contains(client)) {
            wait();
        }
    }

    private void accept() {
        try {
            while (true) {
                Socket client = door.accept();
                Socket there = new Socket(server.getAddress(), server.getPort());
                opened(client, there);
                Thread.ofVirtual().start(() -> pass(client, client, there));
                Thread.ofVirtual().start(() -> pass(client, there, client));
            }
        } catch (IOException closed) {
            assert door.isClosed() : closed;
        }
    }

    private synchronized void opened(Socket client, Socket there) {
        sockets.add(client);
        sockets.add(there);
    }

    private void pass(Socket client, Socket from, Socket to) {
        try (InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            byte[] buffer = new byte[8192];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                if (from.equals(client) && new String(buffer, 0, read, ISO_8859_1).contains("watch=true")) {
                    watching.add(client);
                }
                if (to.equals(client)) {
                    waitFor(client);
                }
                out.write(buffer, 0, read);
            }
        } catch (IOException ended) {
            // one side has gone, and try-with-resources tells the other
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public synchronized void close() throws IOException {
        lags = false;
        notifyAll();
        door.close();
        for (Socket socket : sockets) {
            socket.close();
        }
    }
}
