package io.slipway.sandbox.api.pods;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.Arrays;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A connection to a port of a pod: bytes out, bytes back, until either side ends. */
final class PodConnection implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(PodConnection.class);
    private static final int CHUNK = 16 << 10;

    private final Socket socket;
    private final OutputStream out;

    private PodConnection(Socket socket) throws IOException {
        this.socket = socket;
        this.out = socket.getOutputStream();
    }

    /** Where the bytes of the pod go; called on the connection's own thread, at last with an empty array. */
    interface Receiver {
        void bytes(byte[] bytes) throws IOException;
    }

    static PodConnection open(InetSocketAddress address) throws IOException {
        return new PodConnection(new Socket(address.getAddress(), address.getPort()));
    }

    void follow(Receiver receiver) {
        Thread.ofVirtual().name("port-forward").start(() -> copy(receiver));
    }

    void send(byte[] bytes, int offset) throws IOException {
        out.write(bytes, offset, bytes.length - offset);
        out.flush();
    }

    void endOfInput() throws IOException {
        socket.shutdownOutput();
    }

    private void copy(Receiver receiver) {
        byte[] buffer = new byte[CHUNK];
        try {
            InputStream in = socket.getInputStream();
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                receiver.bytes(Arrays.copyOf(buffer, count));
            }
        } catch (IOException broken) {
            LOG.debug("the connection to {} broke", socket.getRemoteSocketAddress(), broken);
        } finally {
            close();
        }
        tellEnd(receiver);
    }

    private static void tellEnd(Receiver receiver) {
        try {
            receiver.bytes(new byte[0]);
        } catch (IOException gone) {
            LOG.debug("nobody is left to be told of the end", gone);
        }
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException ignored) {
            // Closing is all that is left to do, and it is done.
        }
    }
}
