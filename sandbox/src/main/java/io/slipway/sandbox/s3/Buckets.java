package io.slipway.sandbox.s3;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.slipway.sandbox.state.SimulatorState;
import io.slipway.sandbox.store.ObjectStore;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** The buckets and objects of one MinIO, kept in the sandbox's store. */
public final class Buckets {
    private final SimulatorState buckets;
    private final SimulatorState objects;
    private final String server;

    /** @param namespace where the MinIO runs: each has buckets of its own */
    public Buckets(ObjectStore store, String namespace) {
        this.buckets = new SimulatorState(store, "buckets");
        this.objects = new SimulatorState(store, "objects");
        this.server = namespace;
    }

    /** An object without its content. */
    public record Entry(String key, long size, Instant modified) {}

    /** Makes a bucket; false when it is there already. */
    public boolean make(String bucket) {
        if (exists(bucket)) {
            return false;
        }
        buckets.write(
                server + "/" + bucket,
                JsonNodeFactory.instance
                        .objectNode()
                        .put("created", Instant.now().toString()));
        return true;
    }

    public boolean exists(String bucket) {
        return buckets.read(server + "/" + bucket).isPresent();
    }

    /** Names of all buckets. */
    public List<String> names() {
        return buckets.keys(server + "/").stream()
                .map(key -> key.substring(server.length() + 1))
                .toList();
    }

    /** Removes an empty bucket; false when it is not there or not empty. */
    public boolean drop(String bucket) {
        return list(bucket, "").isEmpty() && buckets.remove(server + "/" + bucket);
    }

    /** Writes an object. */
    public void put(String bucket, String key, byte[] content) {
        ObjectNode data = JsonNodeFactory.instance.objectNode();
        data.put("content", Base64.getEncoder().encodeToString(content));
        data.put("size", content.length).put("modified", Instant.now().toString());
        objects.write(path(bucket, key), data);
    }

    /** Writes an object of text. */
    public void put(String bucket, String key, String text) {
        put(bucket, key, text.getBytes(StandardCharsets.UTF_8));
    }

    /** An object's content. */
    public Optional<byte[]> get(String bucket, String key) {
        return objects.read(path(bucket, key))
                .map(data -> Base64.getDecoder().decode(data.path("content").asText()));
    }

    /** Removes an object; false when it is not there. */
    public boolean delete(String bucket, String key) {
        return objects.remove(path(bucket, key));
    }

    /** The objects whose keys begin with a prefix, by key. */
    public List<Entry> list(String bucket, String prefix) {
        String start = path(bucket, "");
        return objects.keys(start + prefix).stream()
                .map(path -> objects.read(path).map(data -> entry(path.substring(start.length()), data)))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Entry entry(String key, ObjectNode data) {
        return new Entry(
                key,
                data.path("size").asLong(),
                Instant.parse(data.path("modified").asText()));
    }

    private String path(String bucket, String key) {
        return server + "/" + bucket + "/" + key;
    }
}
