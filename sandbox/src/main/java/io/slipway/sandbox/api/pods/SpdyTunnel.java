package io.slipway.sandbox.api.pods;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.spdy.DefaultSpdyDataFrame;
import io.netty.handler.codec.spdy.DefaultSpdySynReplyFrame;
import io.netty.handler.codec.spdy.SpdyDataFrame;
import io.netty.handler.codec.spdy.SpdyFrame;
import io.netty.handler.codec.spdy.SpdyFrameCodec;
import io.netty.handler.codec.spdy.SpdyPingFrame;
import io.netty.handler.codec.spdy.SpdyRstStreamFrame;
import io.netty.handler.codec.spdy.SpdySynStreamFrame;
import io.netty.handler.codec.spdy.SpdyVersion;
import io.netty.util.ReferenceCountUtil;
import io.slipway.sandbox.api.http.WebSocketConnection;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.IntFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Port-forward as kubectl does it since 1.31: SPDY 3.1 frames in the binary messages of a WebSocket. Each forwarded
 * connection is a pair of streams, one for errors and one for data. Frames are read and written by Netty's codec.
 */
final class SpdyTunnel implements AutoCloseable {

    static {
        // Netty's own switch: on newer JDKs its use of sun.misc.Unsafe prints warnings into the terminal.
        System.setProperty("io.netty.noUnsafe", System.getProperty("io.netty.noUnsafe", "true"));
    }

    private static final Logger LOG = LoggerFactory.getLogger(SpdyTunnel.class);

    private final ReentrantLock writing = new ReentrantLock();
    private final WebSocketConnection socket;
    private final IntFunction<Optional<InetSocketAddress>> addresses;
    private final EmbeddedChannel decoder = new EmbeddedChannel(new SpdyFrameCodec(SpdyVersion.SPDY_3_1));
    private final EmbeddedChannel encoder = new EmbeddedChannel(new SpdyFrameCodec(SpdyVersion.SPDY_3_1));
    private final Map<String, Integer> errorStreams = new HashMap<>();
    private final Map<Integer, PodConnection> connections = new ConcurrentHashMap<>();

    SpdyTunnel(WebSocketConnection socket, IntFunction<Optional<InetSocketAddress>> addresses) {
        this.socket = socket;
        this.addresses = addresses;
    }

    void run() throws IOException, InterruptedException {
        for (Optional<byte[]> next = socket.receive(); next.isPresent(); next = socket.receive()) {
            decoder.writeInbound(Unpooled.wrappedBuffer(next.get()));
            for (Object frame = decoder.readInbound(); frame != null; frame = decoder.readInbound()) {
                try {
                    take((SpdyFrame) frame);
                } finally {
                    ReferenceCountUtil.release(frame);
                }
            }
        }
    }

    private void take(SpdyFrame frame) throws IOException {
        if (frame instanceof SpdySynStreamFrame open) {
            open(open);
        } else if (frame instanceof SpdyDataFrame data) {
            data(data);
        } else if (frame instanceof SpdyPingFrame ping) {
            send(ping);
        } else if (frame instanceof SpdyRstStreamFrame reset) {
            end(reset.streamId());
        }
    }

    private void open(SpdySynStreamFrame frame) throws IOException {
        send(accepted(frame.streamId()));
        String request = frame.headers().getAsString("requestid");
        if ("error".equals(frame.headers().getAsString("streamtype"))) {
            errorStreams.put(request, frame.streamId());
            return;
        }
        int port = Integer.parseInt(frame.headers().getAsString("port"));
        Integer paired = errorStreams.remove(request);
        int errors = paired == null ? 0 : paired;
        Optional<PodConnection> connection = connect(port);
        if (connection.isEmpty()) {
            String why = "error forwarding port %d to the pod: connection refused".formatted(port);
            sendData(errors, why.getBytes(StandardCharsets.UTF_8), true);
            sendData(frame.streamId(), new byte[0], true);
            return;
        }
        connections.put(frame.streamId(), connection.get());
        connection.get().follow(bytes -> back(frame.streamId(), errors, bytes));
    }

    private Optional<PodConnection> connect(int port) {
        return addresses.apply(port).flatMap(address -> {
            try {
                return Optional.of(PodConnection.open(address));
            } catch (IOException refused) {
                LOG.debug("no connection to port {}", port, refused);
                return Optional.empty();
            }
        });
    }

    /** With headers, as SPDY asks for: without any, Netty writes none of the compressed block clients wait for. */
    private static SpdyFrame accepted(int stream) {
        DefaultSpdySynReplyFrame reply = new DefaultSpdySynReplyFrame(stream);
        reply.headers().set(":status", "200").set(":version", "HTTP/1.1");
        return reply;
    }

    private void data(SpdyDataFrame frame) throws IOException {
        PodConnection connection = connections.get(frame.streamId());
        if (connection == null) {
            return;
        }
        byte[] bytes = new byte[frame.content().readableBytes()];
        frame.content().readBytes(bytes);
        try {
            connection.send(bytes, 0);
            if (frame.isLast()) {
                connection.endOfInput();
            }
        } catch (IOException broken) {
            LOG.debug("stream {} ends, the pod has closed it", frame.streamId(), broken);
            connection.close();
        }
    }

    /** When the pod has said everything, both streams of the pair end. */
    private void back(int stream, int errors, byte[] bytes) throws IOException {
        boolean last = bytes.length == 0;
        if (last && connections.remove(stream) == null) {
            return; // the client has ended it
        }
        sendData(stream, bytes, last);
        if (last && errors != 0) {
            sendData(errors, new byte[0], true);
        }
    }

    private void sendData(int stream, byte[] bytes, boolean last) throws IOException {
        DefaultSpdyDataFrame frame = new DefaultSpdyDataFrame(stream, Unpooled.wrappedBuffer(bytes));
        frame.setLast(last);
        send(frame);
    }

    /** Headers are compressed with a state that runs through the connection: one writer at a time. */
    private void send(SpdyFrame frame) throws IOException {
        writing.lock();
        try {
            encoder.writeOutbound(frame);
            for (ByteBuf out = encoder.readOutbound(); out != null; out = encoder.readOutbound()) {
                byte[] bytes = new byte[out.readableBytes()];
                out.readBytes(bytes);
                out.release();
                if (bytes.length > 0) {
                    socket.sendBinary(bytes);
                }
            }
        } finally {
            writing.unlock();
        }
    }

    private void end(int stream) {
        PodConnection connection = connections.remove(stream);
        if (connection != null) {
            connection.close();
        }
    }

    @Override
    public void close() {
        List<PodConnection> left = List.copyOf(connections.values());
        connections.clear();
        left.forEach(PodConnection::close);
        decoder.finishAndReleaseAll();
        encoder.finishAndReleaseAll();
    }
}
