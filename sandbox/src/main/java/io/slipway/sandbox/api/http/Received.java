package io.slipway.sandbox.api.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.slipway.sandbox.api.protobuf.ProtobufReader;
import io.slipway.sandbox.store.Refusals;
import io.slipway.sandbox.store.Status;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.Fields;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a client sent: method, path, parameters, headers, body. */
public abstract sealed class Received permits Exchange {

    private static final Logger LOG = LoggerFactory.getLogger(Received.class);

    /** What the API server takes in one request. */
    private static final int LARGEST_BODY = 3 << 20;

    /** What Go's server reads of a body that nobody wanted, before it closes the connection instead. */
    private static final int LARGEST_DISCARDED = 256 << 10;

    private final TokenPath path;
    private final Fields query;

    Received(Request request) {
        this.path = TokenPath.of(request);
        this.query = Request.extractQueryParameters(path.request());
    }

    /**
     * The request beneath, for upgrades.
     *
     * @return Jetty's request, without a token in its path
     */
    public final Request request() {
        return path.request();
    }

    /**
     * The token in the address the client used.
     *
     * @return the token and what stood before the path
     */
    public final TokenPath tokenPath() {
        return path;
    }

    /**
     * The method.
     *
     * @return such as {@code GET}
     */
    public final String method() {
        return request().getMethod();
    }

    /**
     * The path, decoded.
     *
     * @return such as {@code /api/v1/pods}
     */
    public final String path() {
        return Request.getPathInContext(request());
    }

    /**
     * The raw path with the query, as it was sent.
     *
     * @return path and query
     */
    public final String rawPathQuery() {
        return request().getHttpURI().getPathQuery();
    }

    /**
     * A parameter of the query.
     *
     * @param name its name
     * @return its first value, when it is there and not empty
     */
    public final Optional<String> query(String name) {
        return Optional.ofNullable(query.getValue(name)).filter(value -> !value.isEmpty());
    }

    /**
     * A parameter of the query that is a whole number.
     *
     * @param name its name
     * @return the number, empty when it is missing or empty
     */
    public final Optional<Long> number(String name) {
        return query(name).map(text -> {
            try {
                return Long.valueOf(text);
            } catch (NumberFormatException none) {
                throw Refusals.badRequest(Refusals.noNumber("ParseInt", text));
            }
        });
    }

    /**
     * Whether a parameter says yes.
     *
     * @param name its name
     * @return true for {@code true} and {@code 1}
     */
    public final boolean flag(String name) {
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
    public final List<String> queryAll(String name) {
        List<String> values = query.getValues(name);
        return values == null ? List.of() : values;
    }

    /**
     * The names of the parameters.
     *
     * @return the names
     */
    public final Set<String> queryNames() {
        return query.getNames();
    }

    /**
     * A header.
     *
     * @param name its name
     * @return its first value, empty when it is not there
     */
    public final String header(String name) {
        String value = request().getHeaders().get(name);
        return value == null ? "" : value;
    }

    /**
     * All values of a header that may be repeated.
     *
     * @param name its name
     * @return the values
     */
    public final List<String> headers(String name) {
        return request().getHeaders().getValuesList(name);
    }

    /**
     * Whether the client wants to switch to WebSocket.
     *
     * @return true for a WebSocket handshake
     */
    public final boolean wantsWebSocket() {
        return header("Upgrade").equalsIgnoreCase("websocket");
    }

    /**
     * The body.
     *
     * @return all of it
     * @throws io.slipway.sandbox.store.StatusException when it is larger than an API server takes
     * @throws IOException when the client went away
     */
    public final byte[] body() throws IOException {
        try (var in = Content.Source.asInputStream(request())) {
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
    public final ObjectNode bodyObject() throws IOException {
        return object(body());
    }

    /**
     * The body as an object, when there is a body.
     *
     * @return the object
     * @throws io.slipway.sandbox.store.StatusException {@code BadRequest} when it is none
     * @throws IOException when the client went away
     */
    public final Optional<ObjectNode> bodyObjectIfAny() throws IOException {
        byte[] body = body();
        return body.length == 0 ? Optional.empty() : Optional.of(object(body));
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

    /** Takes what nobody has read of the body off the connection, so that the client can use it for its next request. */
    final void discardBody() {
        try (var rest = Content.Source.asInputStream(request())) {
            rest.readNBytes(LARGEST_DISCARDED);
        } catch (IOException gone) {
            LOG.debug("the body of {} was not sent whole", path(), gone);
        }
    }
}
