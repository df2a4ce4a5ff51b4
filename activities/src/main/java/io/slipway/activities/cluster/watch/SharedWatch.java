package io.slipway.activities.cluster.watch;

import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.base.ResourceDefinitionContext;
import io.fabric8.kubernetes.client.informers.ResourceEventHandler;
import io.fabric8.kubernetes.client.informers.SharedIndexInformer;
import io.fabric8.kubernetes.client.informers.cache.Cache;
import io.slipway.activities.cluster.api.ApiKind;
import io.slipway.activities.cluster.api.ClientErrors;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;

/**
 * A Fabric8 informer (list, watch with bookmarks, list again when the history is gone) whose objects are kept as trees.
 * What there is, is read from the informer's store: its handlers lag behind it, so that an object seen through them may
 * seem to be missing when the watch has just begun.
 */
final class SharedWatch implements AutoCloseable {
    /** Thousands of objects in one answer would be in memory as text, as Fabric8's objects and as trees at once. */
    private static final long OF_A_PAGE = 500;

    private final SharedIndexInformer<GenericKubernetesResource> informer;
    private final CompletableFuture<Void> synced;
    private final TreeStore store;
    private final List<Bell> bells = new CopyOnWriteArrayList<>();

    SharedWatch(KubernetesClient client, ApiKind kind, String namespace) {
        this.store = new TreeStore(kind);
        ResourceDefinitionContext context = new ResourceDefinitionContext.Builder()
                .withGroup(kind.group())
                .withVersion(kind.version())
                .withKind(kind.kind())
                .withPlural(kind.plural())
                .withNamespaced(kind.namespaced())
                .build();
        var operation = client.genericKubernetesResources(context);
        this.informer = namespace.isEmpty()
                ? operation.inAnyNamespace().withLimit(OF_A_PAGE).runnableInformer(0)
                : operation.inNamespace(namespace).withLimit(OF_A_PAGE).runnableInformer(0);
        informer.itemStore(store);
        informer.addEventHandler(new Ringer());
        informer.exceptionHandler((started, trouble) -> started);
        this.synced = informer.start().toCompletableFuture();
    }

    void join(Bell bell) {
        bells.add(bell);
    }

    int leave(Bell bell) {
        bells.remove(bell);
        return bells.size();
    }

    void awaitSync() throws InterruptedException {
        try {
            synced.get();
        } catch (ExecutionException e) {
            throw ClientErrors.asApi(e.getCause());
        }
    }

    Optional<JsonNode> get(String namespace, String name) {
        return store.tree(Cache.namespaceKeyFunc(namespace, name));
    }

    long changes() {
        return store.changes();
    }

    Collection<JsonNode> objects() {
        return store.trees();
    }

    @Override
    public void close() {
        informer.close();
    }

    private final class Ringer implements ResourceEventHandler<GenericKubernetesResource> {
        @Override
        public void onAdd(GenericKubernetesResource object) {
            bells.forEach(Bell::ring);
        }

        @Override
        public void onUpdate(GenericKubernetesResource before, GenericKubernetesResource now) {
            bells.forEach(Bell::ring);
        }

        @Override
        public void onDelete(GenericKubernetesResource object, boolean finalStateUnknown) {
            bells.forEach(Bell::ring);
        }
    }
}
