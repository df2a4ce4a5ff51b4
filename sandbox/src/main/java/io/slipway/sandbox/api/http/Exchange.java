package io.slipway.sandbox.api.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.slipway.sandbox.store.Status;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.function.IntConsumer;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.AbstractEndPoint;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.io.EofException;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** One request and its answer. Used by one thread. */
public final class Exchange extends Received {
    private static final int LONGEST_WARNINGS = 4 << 10;

    private final Response response;
    private final Callback callback;
    private IntConsumer onStatus = code -> {};
    private boolean answered;
    private int warned;
    private String subject = "";
    private boolean swallowed;
    private volatile boolean gone;

    /**
     * Wraps a request.
     *
     * @param request the request
     * @param response its answer
     * @param callback completed when the answer is written
     */
    public Exchange(Request request, Response response, Callback callback) {
        super(request);
        this.response = response;
        this.callback = callback;
    }

    /**
     * Calls back once, with the code of the answer, before the answer is sent.
     *
     * @param listener gets the code
     */
    public void onStatus(IntConsumer listener) {
        this.onStatus = listener;
    }

    /**
     * Says which object the request turned out to be about, for the audit log.
     *
     * @param name the object's name
     */
    public void about(String name) {
        this.subject = name;
    }

    /**
     * Which object the request turned out to be about.
     *
     * @return its name, empty when only the path says it
     */
    public String subject() {
        return subject;
    }

    /**
     * Answers with JSON.
     *
     * @param code the HTTP code
     * @param json the body
     */
    public void respond(int code, JsonNode json) {
        respond(code, "application/json", Json.bytes(json));
    }

    /**
     * Answers with a refusal.
     *
     * @param status what went wrong
     */
    public void refuse(Status status) {
        if (answered) {
            abort();
            return;
        }
        discardBody();
        if (status.details().retryAfterSeconds() > 0) {
            setHeader("Retry-After", Integer.toString(status.details().retryAfterSeconds()));
        }
        respond(status.code(), status.toJson());
    }

    /**
     * Answers with bytes.
     *
     * @param code the HTTP code
     * @param contentType their type
     * @param bytes the body
     */
    public void respond(int code, String contentType, byte[] bytes) {
        start(code);
        if (swallowed) {
            return;
        }
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, contentType);
        response.write(true, ByteBuffer.wrap(encoded(bytes)), callback);
    }

    /**
     * Sets a header of the answer.
     *
     * @param name its name
     * @param value its value
     */
    public void setHeader(String name, String value) {
        response.getHeaders().put(name, value);
    }

    /**
     * Tells the client of something that is not refused. As with an API server, what is too much for a header is left out.
     *
     * @param why for people
     */
    public void warn(String why) {
        String warning = "299 - \"%s\"".formatted(why.replace("\"", "\\\""));
        warned += warning.length();
        if (warned <= LONGEST_WARNINGS) {
            response.getHeaders().add("Warning", warning);
        }
    }

    /**
     * Answers with a stream. The caller writes, flushes, looks whether the client is still {@link #connected} while
     * there is nothing to write, and at last calls {@link #finish}.
     *
     * @param code the HTTP code
     * @param contentType the type of what will be written
     * @return where to write
     * @throws IOException when the client went away
     */
    public OutputStream stream(int code, String contentType) throws IOException {
        start(code);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, contentType);
        response.getHeaders().put(HttpHeader.CONNECTION, "close"); // nothing is read from it any more but its end
        endPoint().tryFillInterested(Callback.from(() -> gone = true));
        OutputStream out = Content.Sink.asOutputStream(response);
        out.flush();
        return out;
    }

    /**
     * Whether the client is still there, as far as is known.
     *
     * @return false once the connection is closed
     */
    public boolean connected() {
        return !gone && endPoint().isOpen();
    }

    private EndPoint endPoint() {
        return request().getConnectionMetaData().getConnection().getEndPoint();
    }

    /** Ends an answer that was streamed. */
    public void finish() {
        if (endPoint() instanceof AbstractEndPoint one) {
            one.getFillInterest().onFail(new EofException("the answer is over"));
        }
        response.write(true, null, callback);
    }

    /** Breaks the connection without an answer. */
    public void abort() {
        answered = true;
        endPoint().close();
        callback.failed(new IOException("connection dropped"));
    }

    /** From now on an answer of bytes is decided and written down, but not sent: the client will never know. */
    public void swallow() {
        swallowed = true;
    }

    /**
     * Whether an answer was begun.
     *
     * @return true once a code was sent
     */
    public boolean answered() {
        return answered;
    }

    /**
     * Says that something else answers, such as a WebSocket.
     *
     * @param code the code it answers with
     */
    public void handedOver(int code) {
        answered = true;
        onStatus.accept(code);
    }

    /**
     * The answer beneath, for upgrades.
     *
     * @return Jetty's response
     */
    public Response response() {
        return response;
    }

    /**
     * The callback beneath, for upgrades.
     *
     * @return Jetty's callback
     */
    public Callback callback() {
        return callback;
    }

    private byte[] encoded(byte[] bytes) {
        if (!Compression.suits(bytes.length, headers("Accept-Encoding"))) {
            return bytes;
        }
        response.getHeaders().put(HttpHeader.CONTENT_ENCODING, Compression.GZIP);
        return Compression.gzip(bytes);
    }

    private void start(int code) {
        onStatus.accept(code); // when this fails, as on a full disk, there is still time to say so
        answered = true;
        response.setStatus(code);
        response.getHeaders().put("Cache-Control", "no-cache, private");
    }
}
