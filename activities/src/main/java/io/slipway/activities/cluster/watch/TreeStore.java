package io.slipway.activities.cluster.watch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.client.informers.cache.Cache;
import io.fabric8.kubernetes.client.informers.cache.ItemStore;
import io.slipway.model.json.Json;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/**
 * What an informer keeps: the tree of each object for us, and its name and version for the informer. Both forms whole would
 * take twice the memory.
 */
final class TreeStore implements ItemStore<GenericKubernetesResource> {
    /** By name, so that what is sorted by name is nearly so already. */
    private final Map<String, Kept> kept = new ConcurrentSkipListMap<>();

    private final AtomicLong changes = new AtomicLong();

    /** An object's name and version, and its tree. */
    private record Kept(GenericKubernetesResource named, JsonNode tree) {}

    /** How often something was put in or taken out. Whoever reads it before the trees has seen all changes it counts. */
    long changes() {
        return changes.get();
    }

    Optional<JsonNode> tree(String key) {
        return Optional.ofNullable(kept.get(key)).map(Kept::tree);
    }

    Collection<JsonNode> trees() {
        return kept.values().stream().map(Kept::tree).toList();
    }

    @Override
    public String getKey(GenericKubernetesResource object) {
        return Cache.metaNamespaceKeyFunc(object);
    }

    @Override
    public GenericKubernetesResource put(String key, GenericKubernetesResource object) {
        Kept before = kept.put(key, new Kept(named(object), read(object)));
        changes.incrementAndGet();
        return named(before);
    }

    @Override
    public GenericKubernetesResource remove(String key) {
        Kept before = kept.remove(key);
        changes.incrementAndGet();
        return named(before);
    }

    @Override
    public Stream<String> keySet() {
        return kept.keySet().stream();
    }

    @Override
    public Stream<GenericKubernetesResource> values() {
        return kept.values().stream().map(Kept::named);
    }

    @Override
    public int size() {
        return kept.size();
    }

    @Override
    public GenericKubernetesResource get(String key) {
        return named(kept.get(key));
    }

    private static GenericKubernetesResource named(Kept one) {
        return one == null ? null : one.named();
    }

    private static GenericKubernetesResource named(GenericKubernetesResource object) {
        ObjectMeta metadata = object.getMetadata();
        GenericKubernetesResource named = new GenericKubernetesResource();
        named.setApiVersion(object.getApiVersion());
        named.setKind(object.getKind());
        named.setMetadata(new ObjectMetaBuilder()
                .withNamespace(metadata.getNamespace())
                .withName(metadata.getName())
                .withUid(metadata.getUid())
                .withResourceVersion(metadata.getResourceVersion())
                .build());
        return named;
    }

    private static JsonNode read(GenericKubernetesResource object) {
        JsonNode tree = Json.tree(object);
        if (tree.path("metadata") instanceof ObjectNode metadata) {
            metadata.remove("managedFields");
        }
        return tree;
    }
}
