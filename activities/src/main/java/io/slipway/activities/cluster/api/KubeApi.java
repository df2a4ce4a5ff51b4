package io.slipway.activities.cluster.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Reads and writes objects as JSON trees, so that any kind is handled alike. Reads and writes that may be repeated are
 * sent again while the trouble may pass. Every method throws {@link ApiException} when the server refuses or stays
 * unreachable.
 */
public final class KubeApi {
    private static final Duration AGES = Duration.ofDays(1);
    /** How often a list may begin. */
    private static final int LISTS = 5;

    private final Wire wire;
    private final WriteGate gate;
    private final Supplier<Duration> left;

    private KubeApi(Wire wire, WriteGate gate, Supplier<Duration> left) {
        this.wire = wire;
        this.gate = gate;
        this.left = left;
    }

    /** For reading only. */
    public static KubeApi reading(KubernetesClient client) {
        return new KubeApi(new Wire(client), WriteGate.closed(), () -> AGES);
    }

    /** The same server, for writes that the gate lets pass. */
    public KubeApi writing(WriteGate writes) {
        return new KubeApi(wire, writes, left);
    }

    /** The same server, asked again only while there is time left. */
    public KubeApi within(Supplier<Duration> timeLeft) {
        return new KubeApi(wire, gate, timeLeft);
    }

    /** An object, or empty when there is none. */
    public Optional<JsonNode> get(ApiKind kind, String namespace, String name) throws InterruptedException {
        return find(kind.path(namespace, name));
    }

    /** What a path answers, or empty when there is nothing. */
    public Optional<JsonNode> find(String path) throws InterruptedException {
        try {
            return Optional.of(read(path));
        } catch (ApiException e) {
            if (e.code() == 404) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /** What a path answers. */
    public JsonNode read(String path) throws InterruptedException {
        return Retries.of(left, () -> wire.send(Request.get(path))).body();
    }

    /** Version of the server as it writes it, such as {@code v1.32.2}; may be empty. */
    public String version() throws InterruptedException {
        return read("/version").path("gitVersion").asText("");
    }

    /**
     * Objects of a kind, page by page; an empty namespace means all. Each has its kind and API version. When the server
     * no longer knows the state that the pages are of, the list begins anew.
     */
    public List<JsonNode> list(ApiKind kind, String namespace, ListQuery query) throws InterruptedException {
        for (int begun = 1; ; begun++) {
            try {
                return pages(kind, namespace, query);
            } catch (ApiException expired) {
                if (expired.code() != 410 || begun == LISTS) {
                    throw expired;
                }
            }
        }
    }

    private List<JsonNode> pages(ApiKind kind, String namespace, ListQuery query) throws InterruptedException {
        List<JsonNode> all = new ArrayList<>();
        String token = "";
        do {
            JsonNode page = read(kind.path(namespace) + query.page(token));
            for (JsonNode item : page.path("items")) {
                all.add(kind.naming(item));
            }
            token = page.path("metadata").path("continue").asText("");
        } while (!token.isEmpty());
        return all;
    }

    /** Applies an object server-side. */
    public Answer apply(ApiKind kind, ObjectRef ref, JsonNode object, ApplyOptions options)
            throws InterruptedException {
        String path = kind.path(ref.namespace(), ref.name()) + options.query();
        Request request = new Request("PATCH", path, "application/apply-patch+yaml", object);
        return options.dryRun() ? Retries.of(left, () -> wire.send(request)) : write(request);
    }

    /**
     * Makes an object that has a name. One that a request without an answer has made is no conflict, here as in {@link
     * #replace}.
     */
    public JsonNode create(ApiKind kind, String namespace, JsonNode object) throws InterruptedException {
        String name = object.path("metadata").path("name").asText();
        return resending(Request.with("POST", kind.path(namespace), object)).put(() -> get(kind, namespace, name));
    }

    /** Replaces an object; its resource version must still be the one it has. */
    public JsonNode replace(ApiKind kind, ObjectRef ref, JsonNode object) throws InterruptedException {
        return resending(Request.with("PUT", kind.path(ref.namespace(), ref.name()), object))
                .put(() -> get(kind, ref.namespace(), ref.name()));
    }

    /** Changes an object by a JSON patch. */
    public JsonNode patch(ApiKind kind, ObjectRef ref, JsonNode operations) throws InterruptedException {
        String path = kind.path(ref.namespace(), ref.name());
        return write(new Request("PATCH", path, "application/json-patch+json", operations))
                .body();
    }

    /**
     * Changes an object by a patch of that media type.
     *
     * @param options names the manager; a dry run is no write
     */
    public JsonNode patch(ApiKind kind, ObjectRef ref, String mediaType, JsonNode patch, ApplyOptions options)
            throws InterruptedException {
        String path = kind.path(ref.namespace(), ref.name()) + options.patchQuery();
        Request request = new Request("PATCH", path, mediaType, patch);
        return (options.dryRun() ? Retries.of(left, () -> wire.send(request)) : write(request)).body();
    }

    /** Deletes an object; false when there is none, unless a request without an answer has deleted it. */
    public boolean delete(ApiKind kind, ObjectRef ref, DeleteOptions options) throws InterruptedException {
        return resending(Request.with("DELETE", kind.path(ref.namespace(), ref.name()), options.body()))
                .delete();
    }

    private Resending resending(Request request) {
        return new Resending(request.body(), left, () -> passed(request));
    }

    private Answer passed(Request request) throws InterruptedException {
        gate.pass();
        return wire.send(request);
    }

    /** Posts once and never again by itself, for what must not happen twice. */
    public JsonNode postOnce(String path, JsonNode body) throws InterruptedException {
        return passed(Request.with("POST", path, body)).body();
    }

    /** Asks a review: a POST that changes nothing, such as an access review. */
    public JsonNode review(String path, JsonNode body) throws InterruptedException {
        return Retries.of(left, () -> wire.send(Request.with("POST", path, body)))
                .body();
    }

    private Answer write(Request request) throws InterruptedException {
        return Retries.of(left, () -> passed(request));
    }
}
