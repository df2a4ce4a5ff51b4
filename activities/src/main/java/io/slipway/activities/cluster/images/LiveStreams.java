package io.slipway.activities.cluster.images;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.slipway.activities.cluster.Cluster;
import io.slipway.activities.cluster.api.ApiKind;
import io.slipway.activities.cluster.api.IfAllowed;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The image streams of a cluster, each read once. */
public final class LiveStreams {
    private static final ApiKind STREAMS = ApiKind.namespaced("image.openshift.io/v1", "ImageStream", "imagestreams");

    private final Cluster cluster;
    private final Map<String, Optional<JsonNode>> read = new HashMap<>();

    /** Those of this cluster. */
    public LiveStreams(Cluster cluster) {
        this.cluster = cluster;
    }

    /** Whether the cluster has image streams at all. */
    public boolean served() throws InterruptedException {
        return cluster.kinds().find(STREAMS.apiVersion(), STREAMS.kind()).isPresent();
    }

    /** A stream, a missing node when there is none; empty when the account may not read it. */
    public Optional<JsonNode> stream(String namespace, String name) throws InterruptedException {
        String key = namespace + "/" + name;
        Optional<JsonNode> known = read.get(key);
        if (known == null) {
            known = ask(namespace, name);
            read.put(key, known);
        }
        return known;
    }

    private Optional<JsonNode> ask(String namespace, String name) throws InterruptedException {
        return IfAllowed.ask(() -> cluster.api().get(STREAMS, namespace, name).orElse(MissingNode.getInstance()));
    }

    /** Whether a stream holds the image. */
    public static boolean holds(JsonNode stream, StreamTag wanted) {
        return tags(stream).stream()
                .anyMatch(tag -> wanted.isDigest()
                        ? images(tag).contains(wanted.tag())
                        : isCalled(tag, wanted.tag()) && !images(tag).isEmpty());
    }

    /** Names of the tags that have an image. */
    public static List<String> filled(JsonNode stream) {
        return tags(stream).stream()
                .filter(tag -> !images(tag).isEmpty())
                .map(tag -> tag.path("tag").asText())
                .toList();
    }

    /** Why the tag could not be imported; empty when that is not known. */
    public static Optional<String> importTrouble(JsonNode stream, String tag) {
        return tags(stream).stream()
                .filter(each -> isCalled(each, tag))
                .flatMap(each -> each.path("conditions").valueStream())
                .filter(condition -> condition.path("type").asText().equals("ImportSuccess")
                        && condition.path("status").asText().equals("False"))
                .map(condition -> condition.path("message").asText())
                .findFirst();
    }

    private static List<JsonNode> tags(JsonNode stream) {
        return stream.path("status").path("tags").valueStream().toList();
    }

    private static boolean isCalled(JsonNode tag, String name) {
        return tag.path("tag").asText().equals(name);
    }

    private static List<String> images(JsonNode tag) {
        return tag.path("items")
                .valueStream()
                .map(item -> item.path("image").asText())
                .toList();
    }
}
