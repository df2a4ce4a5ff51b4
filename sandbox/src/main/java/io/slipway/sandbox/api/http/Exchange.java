package io.slipway.sandbox.api.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.slipway.sandbox.api.protobuf.ProtobufReader;
import io.slipway.sandbox.store.Refusals;
import io.slipway.sandbox.store.Status;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.Fields;

/** One request and its answer. Used by one thread. */
public final class Exchange {

    /** What the API server takes in one request. */
    private static final int LARGEST_BODY = 3 << 20;

    private final TokenPath path;
    private final Request request;
    private final Response response;
    private final Callback callback;
    private final Fields query;
    private IntConsumer onStatus = code -> {};
    private boolean answered;
    private String subject = "";
    private boolean swallowed;

    /**
     * Wraps a request.
     *
     * @param request the request
     * @param response its answer
     * @param callback completed when the answer is written
     */
    public Exchange(Request request, Response response, Callback callback) {
        this.path = TokenPath.of(request);
        this.request = path.request();
        this.response = response;
        this.callback = callback;
        this.query = Request.extractQueryParameters(this.request);
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
     * The method.
     *
     * @return such as {@code GET}
     */
    public String method() {
        return request.getMethod();
    }

    /**
     * The token in the address the client used.
     *
     * @return the token and what stood before the path
     */
    public TokenPath tokenPath() {
        return path;
    }

    /**
     * The path, decoded.
     *
     * @return such as {@code /api/v1/pods}
     */
    public String path() {
        return Request.getPathInContext(request);
    }

    /**
     * The raw path with the query, as it was sent.
     *
     * @return path and query
     */
    public String rawPathQuery() {
        return request.getHttpURI().getPathQuery();
    }

    /**
     * A parameter of the query.
     *
     * @param name its name
     * @return its first value, when it is there and not empty
     */
    public Optional<String> query(String name) {
        return Optional.ofNullable(query.getValue(name)).filter(value -> !value.isEmpty());
    }

    /**
     * Whether a parameter says yes.
     *
     * @param name its name
     * @return true for {@code true} and {@code 1}
     */
    public boolean flag(String name) {
        return query(name)
                .filter(value -> value.equals("true") || value.equals("1"))
                .isPresent();
    }

    /**
     * All values of a parameter.
     *
     * @param name its name
     * @return the values, in order
     */
    public List<String> queryAll(String name) {
        List<String> values = query.getValues(name);
        return values == null ? List.of() : values;
    }

    /**
     * The names of the parameters.
     *
     * @return the names
     */
    public java.util.Set<String> queryNames() {
        return query.getNames();
    }

    /**
     * A header.
     *
     * @param name its name
     * @return its first value, empty when it is not there
     */
    public String header(String name) {
        String value = request.getHeaders().get(name);
        return value == null ? "" : value;
    }

    /**
     * All values of a header that may be repeated.
     *
     * @param name its name
     * @return the values
     */
    public List<String> headers(String name) {
        return request.getHeaders().getValuesList(name);
    }

    /**
     * Whether the client wants to switch to WebSocket.
     *
     * @return true for a WebSocket handshake
     */
    public boolean wantsWebSocket() {
        return header("Upgrade").equalsIgnoreCase("websocket");
    }

    /**
     * The body.
     *
     * @return all of it
     * @throws io.slipway.sandbox.store.StatusException when it is larger than an API server takes
     * @throws IOException when the client went away
     */
    public byte[] body() throws IOException {
        try (var in = Content.Source.asInputStream(request)) {
            byte[] bytes = in.readNBytes(LARGEST_BODY + 1);
            if (bytes.length > LARGEST_BODY) {
                String message = "Request entity too large: limit is " + LARGEST_BODY;
                throw Refusals.refusal(413, "RequestEntityTooLarge", message, Status.Details.NONE);
            }
            return bytes;
        }
    }

    /**
     * The body as an object.
     *
     * @return the object
     * @throws io.slipway.sandbox.store.StatusException {@code BadRequest} when it is none
     * @throws IOException when the client went away
     */
    public ObjectNode bodyObject() throws IOException {
        return object(body());
    }

    private static ObjectNode object(byte[] body) {
        if (ProtobufReader.recognizes(body)) {
            return ProtobufReader.read(body);
        }
        if (Json.read(body) instanceof ObjectNode object) {
            return object;
        }
        throw Refusals.badRequest("the body of the request must be a JSON object");
    }

    /**
     * The body as an object, when there is a body.
     *
     * @return the object
     * @throws io.slipway.sandbox.store.StatusException {@code BadRequest} when it is none
     * @throws IOException when the client went away
     */
    public Optional<ObjectNode> bodyObjectIfAny() throws IOException {
        byte[] body = body();
        return body.length == 0 ? Optional.empty() : Optional.of(object(body));
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
        response.write(true, ByteBuffer.wrap(bytes), callback);
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
     * Answers with a stream. The caller writes, flushes and at last calls {@link #finish}.
     *
     * @param code the HTTP code
     * @param contentType the type of what will be written
     * @return where to write
     * @throws IOException when the client went away
     */
    public OutputStream stream(int code, String contentType) throws IOException {
        start(code);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, contentType);
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
        return request.getConnectionMetaData().getConnection().getEndPoint().isOpen();
    }

    /** Ends an answer that was streamed. */
    public void finish() {
        response.write(true, null, callback);
    }

    /** Breaks the connection without an answer. */
    public void abort() {
        answered = true;
        request.getConnectionMetaData().getConnection().getEndPoint().close();
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
     * The request beneath, for upgrades.
     *
     * @return Jetty's request
     */
    public Request request() {
        return request;
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

    private void start(int code) {
        answered = true;
        onStatus.accept(code);
        response.setStatus(code);
        response.getHeaders().put("Cache-Control", "no-cache, private");
    }
}
