package io.slipway.sandbox.api.resource;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.slipway.sandbox.api.http.Json;
import io.slipway.sandbox.api.http.WebSocketConnection;
import java.io.IOException;

/** Events as messages of a WebSocket. */
final class SocketWatchOut implements WatchOut {

    private final WebSocketConnection socket;

    SocketWatchOut(WebSocketConnection socket) {
        this.socket = socket;
    }

    @Override
    public void send(ObjectNode event) throws IOException {
        socket.sendText(Json.text(event));
    }

    @Override
    public boolean gone() {
        return !socket.isOpen();
    }

    @Override
    public void close() {
        socket.close();
    }
}
