package io.slipway.sandbox.api.pods;

import io.slipway.sandbox.api.http.WebSocketConnection;
import java.io.IOException;
import java.io.OutputStream;

/** Writes to one channel of a WebSocket. */
final class ChannelOutput extends OutputStream {

    private final WebSocketConnection socket;
    private final int channel;

    ChannelOutput(WebSocketConnection socket, int channel) {
        this.socket = socket;
        this.channel = channel;
    }

    @Override
    public void write(int one) throws IOException {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        byte[] message = new byte[length + 1];
        message[0] = (byte) channel;
        System.arraycopy(bytes, offset, message, 1, length);
        socket.sendBinary(message);
    }
}
