package io.slipway.sandbox.api.pods;

import io.slipway.sandbox.api.http.WebSocketConnection;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;

/** What a client sends to the standard input of a command. Ends when the client says so or goes away. */
final class ChannelInput extends InputStream {

    private static final Optional<byte[]> END = Optional.empty();

    private final LinkedBlockingQueue<Optional<byte[]>> chunks = new LinkedBlockingQueue<>();
    private byte[] current = new byte[0];
    private int position;
    private boolean ended;

    /** Reads the messages of a WebSocket on a thread of its own. */
    static ChannelInput follow(WebSocketConnection socket) {
        ChannelInput input = new ChannelInput();
        Thread.ofVirtual().name("exec-stdin").start(() -> input.read(socket));
        return input;
    }

    private void read(WebSocketConnection socket) {
        try {
            for (Optional<byte[]> next = socket.receive(); next.isPresent(); next = socket.receive()) {
                byte[] message = next.get();
                if (message.length > 0) {
                    take(message);
                }
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } finally {
            chunks.add(END);
        }
    }

    private void take(byte[] message) {
        int channel = Byte.toUnsignedInt(message[0]);
        if (channel == Channels.STDIN && message.length > 1) {
            chunks.add(Optional.of(Arrays.copyOfRange(message, 1, message.length)));
        } else if (channel == Channels.CLOSE && message.length > 1 && message[1] == Channels.STDIN) {
            chunks.add(END);
        }
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (position == current.length && !next()) {
            return -1;
        }
        int count = Math.min(length, current.length - position);
        System.arraycopy(current, position, into, offset, count);
        position += count;
        return count;
    }

    @Override
    public int available() {
        return current.length - position;
    }

    private boolean next() throws IOException {
        if (ended) {
            return false;
        }
        try {
            Optional<byte[]> chunk = chunks.take();
            ended = chunk.isEmpty();
            current = chunk.orElse(new byte[0]);
            position = 0;
            return !ended;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while waiting for input", stopped);
        }
    }
}
