package io.slipway.activities.reach;

import io.slipway.activities.step.Target;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;

/**
 * Leads connections to names that only the cluster's router knows to the router's address. The JDK's client cannot be
 * told where a name is, but it can be given a proxy: this one, on loopback, opens every tunnel to the router, so that
 * TLS, server name and Host header stay those of the address asked for.
 */
final class IngressTunnel implements AutoCloseable {
    private final Target.Ingress ingress;
    private final boolean everything;
    private final ServerSocket server;

    /**
     * A tunnel.
     *
     * @param everything whether all names lead to the router, as in a sandbox, which has no way to the outside
     */
    IngressTunnel(Target.Ingress ingress, boolean everything) {
        this.ingress = ingress;
        this.everything = everything;
        try {
            this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException("no port on loopback", e);
        }
        Thread.ofVirtual().name("ingress-tunnel").start(this::serve);
    }

    /** Sends only those addresses through the tunnel that need it. */
    ProxySelector selector() {
        Proxy tunnel = new Proxy(
                Proxy.Type.HTTP, new InetSocketAddress(InetAddress.getLoopbackAddress(), server.getLocalPort()));
        return new ProxySelector() {
            @Override
            public List<Proxy> select(URI uri) {
                return List.of(needed(uri.getHost()) ? tunnel : Proxy.NO_PROXY);
            }

            @Override
            public void connectFailed(URI uri, SocketAddress address, IOException trouble) {
                // the client reports it to the caller
            }
        };
    }

    private boolean needed(String host) {
        boolean literal = host.matches("[0-9.]+|\\[.*]") || host.equals("localhost");
        return !literal && (everything || !resolves(host));
    }

    private static boolean resolves(String host) {
        try {
            return InetAddress.getByName(host) != null;
        } catch (UnknownHostException unknown) {
            return false;
        }
    }

    private void serve() {
        while (!server.isClosed()) {
            try {
                Socket client = server.accept();
                Thread.ofVirtual().name("ingress-tunnel").start(() -> connect(client));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void connect(Socket client) {
        try (client) {
            String head = TunnelHead.read(client.getInputStream());
            boolean tls = head.startsWith("CONNECT ");
            InetSocketAddress to = tls ? ingress.address() : ingress.plainAddress();
            try (Socket router = new Socket(to.getHostString(), to.getPort())) {
                if (tls) {
                    TunnelHead.write(client.getOutputStream(), "HTTP/1.1 200 Connection established\r\n\r\n");
                    pump(client, router, client.getInputStream());
                } else {
                    pump(client, router, new SequenceInputStream(TunnelHead.stream(head), client.getInputStream()));
                }
            }
        } catch (IOException broken) {
            // closing both ends tells the client, which reports it to the caller
        }
    }

    private static void pump(Socket client, Socket router, InputStream fromClient) throws IOException {
        Thread up = Thread.ofVirtual().start(() -> copy(fromClient, router));
        copy(router.getInputStream(), client);
        client.close();
        up.interrupt();
    }

    private static void copy(InputStream from, Socket to) {
        try {
            OutputStream out = to.getOutputStream();
            from.transferTo(out);
            to.shutdownOutput();
        } catch (IOException ended) {
            // one side has gone: the other is closed by its owner
        }
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException("could not close the tunnel to the router", e);
        }
    }
}
