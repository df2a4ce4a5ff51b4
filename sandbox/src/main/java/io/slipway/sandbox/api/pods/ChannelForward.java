package io.slipway.sandbox.api.pods;

import io.slipway.sandbox.api.http.WebSocketConnection;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;

/** Port-forward with a pair of channels for each port; the first message of each channel names the port. */
final class ChannelForward implements AutoCloseable {

    private final WebSocketConnection socket;
    private final List<Integer> ports;
    private final IntFunction<Optional<InetSocketAddress>> addresses;
    private final Map<Integer, PodConnection> connections = new HashMap<>();

    ChannelForward(
            WebSocketConnection socket, List<Integer> ports, IntFunction<Optional<InetSocketAddress>> addresses) {
        this.socket = socket;
        this.ports = ports;
        this.addresses = addresses;
    }

    void run() throws IOException, InterruptedException {
        for (int i = 0; i < ports.size(); i++) {
            announce(2 * i, ports.get(i));
            announce(2 * i + 1, ports.get(i));
        }
        for (Optional<byte[]> next = socket.receive(); next.isPresent(); next = socket.receive()) {
            byte[] message = next.get();
            if (message.length > 0 && message[0] % 2 == 0) {
                forward(message[0], message);
            }
        }
    }

    private void announce(int channel, int port) throws IOException {
        ByteBuffer message = ByteBuffer.allocate(3).order(ByteOrder.LITTLE_ENDIAN);
        socket.sendBinary(message.put((byte) channel).putShort((short) port).array());
    }

    private void forward(int channel, byte[] message) throws IOException {
        PodConnection connection = connections.get(channel);
        if (connection == null) {
            int port = ports.get(channel / 2);
            Optional<InetSocketAddress> address = addresses.apply(port);
            if (address.isEmpty()) {
                String why = "failed to connect to localhost:%d inside the pod: connection refused".formatted(port);
                new ChannelOutput(socket, channel + 1).write(why.getBytes(StandardCharsets.UTF_8));
                socket.close();
                return;
            }
            connection = PodConnection.open(address.get());
            connections.put(channel, connection);
            connection.follow(bytes -> back(channel, bytes));
        }
        connection.send(message, 1);
    }

    private void back(int channel, byte[] bytes) throws IOException {
        if (bytes.length == 0) {
            socket.close();
        } else {
            new ChannelOutput(socket, channel).write(bytes);
        }
    }

    @Override
    public void close() {
        connections.values().forEach(PodConnection::close);
    }
}
