package io.slipway.sandbox.api.http;

import io.slipway.sandbox.store.Refusals;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.jetty.websocket.server.ServerWebSocketContainer;

/** Switches a request to WebSocket. */
public final class WebSockets {

    private static final int LARGEST_MESSAGE = 4 << 20;

    private WebSockets() {}

    /**
     * Does the handshake; afterwards the work runs on a thread of its own.
     *
     * @param exchange the request
     * @param protocols the protocols served, the best first; empty when none is needed
     * @param work what to do with the WebSocket
     * @throws io.slipway.sandbox.store.StatusException {@code BadRequest} when no protocol fits
     * @throws IOException when the handshake fails
     */
    public static void upgrade(Exchange exchange, List<String> protocols, WebSocketConnection.SocketWork work)
            throws IOException {
        Optional<String> protocol = agreed(offered(exchange), protocols);
        if (protocol.isEmpty() && !protocols.isEmpty()) {
            throw Refusals.badRequest("unable to negotiate protocol: client supports %s, server accepts %s"
                    .formatted(offered(exchange), protocols));
        }
        ServerWebSocketContainer container =
                ServerWebSocketContainer.get(exchange.request().getContext());
        exchange.handedOver(101);
        boolean upgraded = container.upgrade(
                (request, response, callback) -> {
                    protocol.ifPresent(response::setAcceptedSubProtocol);
                    return new WebSocketConnection(work);
                },
                exchange.request(),
                exchange.response(),
                exchange.callback());
        if (!upgraded) {
            throw new IOException("the handshake of the WebSocket failed");
        }
    }

    /**
     * Sets the limits of a container.
     *
     * @param container the server's container
     */
    public static void configure(ServerWebSocketContainer container) {
        container.setMaxBinaryMessageSize(LARGEST_MESSAGE);
        container.setMaxTextMessageSize(LARGEST_MESSAGE);
        container.setIdleTimeout(Duration.ZERO);
    }

    private static List<String> offered(Exchange exchange) {
        List<String> offered = new ArrayList<>();
        for (String header : exchange.headers("Sec-WebSocket-Protocol")) {
            for (String one : header.split(",", -1)) {
                offered.add(one.strip());
            }
        }
        return offered;
    }

    private static Optional<String> agreed(List<String> offered, List<String> served) {
        return offered.stream().filter(served::contains).findFirst();
    }
}
