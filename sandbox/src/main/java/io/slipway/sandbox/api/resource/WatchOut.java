package io.slipway.sandbox.api.resource;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;

/** Where the events of a watch go. */
interface WatchOut extends AutoCloseable {

    /** Sends an event at once. */
    void send(ObjectNode event) throws IOException;

    /** Whether the client went away. */
    boolean gone();

    @Override
    void close() throws IOException;
}
