package io.slipway.sandbox.api.resource;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.slipway.sandbox.api.http.Exchange;
import io.slipway.sandbox.api.http.Json;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;

/** Events as lines of a chunked answer. */
final class ChunkWatchOut implements WatchOut {

    private final Exchange exchange;
    private final OutputStream out;

    ChunkWatchOut(Exchange exchange) throws IOException {
        this.exchange = exchange;
        this.out = exchange.stream(200, "application/json");
    }

    @Override
    public void send(ObjectNode event) throws IOException {
        byte[] json = Json.bytes(event);
        byte[] line = Arrays.copyOf(json, json.length + 1);
        line[json.length] = '\n';
        out.write(line);
        out.flush();
    }

    @Override
    public boolean gone() {
        return !exchange.connected();
    }

    @Override
    public void close() {
        exchange.finish();
    }
}
