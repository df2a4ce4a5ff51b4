package io.slipway.sandbox.api.pods;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.slipway.sandbox.api.ApiBackend;
import io.slipway.sandbox.api.http.Exchange;
import io.slipway.sandbox.api.http.WebSocketConnection;
import io.slipway.sandbox.api.http.WebSockets;
import io.slipway.sandbox.store.Meta;
import io.slipway.sandbox.store.Refusals;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;

/**
 * {@code pods/portforward} over WebSocket: with {@code v4.channel.k8s.io} (Fabric8: the ports are in the query, each
 * has a channel for data and one for errors), and with SPDY inside the WebSocket (kubectl since 1.31). Plain SPDY, as
 * older kubectls use it, is not served.
 */
public final class PortForwardApi {

    private static final String TUNNEL = "SPDY/3.1+portforward.k8s.io";
    private static final List<String> PROTOCOLS =
            List.of(TUNNEL, "v4.channel.k8s.io", "portforward.k8s.io", "channel.k8s.io");

    private final ApiBackend backend;

    /**
     * Connects to the pods of a runtime.
     *
     * @param backend the store and the runtime
     */
    public PortForwardApi(ApiBackend backend) {
        this.backend = backend;
    }

    /**
     * Forwards ports of a pod.
     *
     * @param exchange the request
     * @param namespace the pod's namespace
     * @param name the pod's name
     * @throws IOException when the client went away
     */
    public void answer(Exchange exchange, String namespace, String name) throws IOException {
        ObjectNode pod = Targets.pod(backend.store(), namespace, name);
        if (!exchange.wantsWebSocket()) {
            throw Refusals.badRequest("port-forward is served over WebSocket only, with one of " + PROTOCOLS);
        }
        List<Integer> ports = new ArrayList<>();
        for (String list : exchange.queryAll("ports")) {
            for (String port : list.split(",", -1)) {
                ports.add(Integer.valueOf(port));
            }
        }
        IntFunction<Optional<InetSocketAddress>> addresses =
                port -> backend.runtime().get().connect(namespace, Meta.name(pod), port);
        WebSockets.upgrade(exchange, PROTOCOLS, socket -> run(socket, ports, addresses));
    }

    private static void run(
            WebSocketConnection socket, List<Integer> ports, IntFunction<Optional<InetSocketAddress>> addresses)
            throws IOException, InterruptedException {
        if (socket.protocol().equals(TUNNEL)) {
            try (SpdyTunnel tunnel = new SpdyTunnel(socket, addresses)) {
                tunnel.run();
            }
        } else {
            try (ChannelForward forward = new ChannelForward(socket, ports, addresses)) {
                forward.run();
            }
        }
    }
}
