package io.slipway.activities.cluster.watch;

import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.informers.cache.Cache;
import io.fabric8.kubernetes.client.informers.cache.ItemStore;
import io.slipway.activities.cluster.api.ApiKind;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/** What an informer keeps. */
final class TreeStore implements ItemStore<GenericKubernetesResource> {
    private final ApiKind kind;

    /** By name, so that what is sorted by name is nearly so already. */
    private final Map<String, TreeObject> kept = new ConcurrentSkipListMap<>();

    private final AtomicLong changes = new AtomicLong();

    /** Keeps objects of this kind. */
    TreeStore(ApiKind kind) {
        this.kind = kind;
    }

    /** How often something was put in or taken out. Whoever reads it before the trees has seen all changes it counts. */
    long changes() {
        return changes.get();
    }

    Optional<JsonNode> tree(String key) {
        return Optional.ofNullable(kept.get(key)).map(TreeObject::tree);
    }

    Collection<JsonNode> trees() {
        return kept.values().stream().map(TreeObject::tree).toList();
    }

    @Override
    public String getKey(GenericKubernetesResource object) {
        return Cache.metaNamespaceKeyFunc(object);
    }

    @Override
    public GenericKubernetesResource put(String key, GenericKubernetesResource object) {
        TreeObject read = TreeObject.of(object);
        kind.naming(read.tree());
        GenericKubernetesResource before = kept.put(key, read);
        changes.incrementAndGet();
        return before;
    }

    @Override
    public GenericKubernetesResource remove(String key) {
        GenericKubernetesResource before = kept.remove(key);
        changes.incrementAndGet();
        return before;
    }

    @Override
    public Stream<String> keySet() {
        return kept.keySet().stream();
    }

    @Override
    public Stream<GenericKubernetesResource> values() {
        return kept.values().stream().map(object -> object);
    }

    @Override
    public int size() {
        return kept.size();
    }

    @Override
    public GenericKubernetesResource get(String key) {
        return kept.get(key);
    }
}
