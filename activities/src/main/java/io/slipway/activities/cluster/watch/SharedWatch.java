package io.slipway.activities.cluster.watch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.base.ResourceDefinitionContext;
import io.fabric8.kubernetes.client.informers.ResourceEventHandler;
import io.fabric8.kubernetes.client.informers.SharedIndexInformer;
import io.slipway.activities.cluster.api.ApiKind;
import io.slipway.activities.cluster.api.ClientErrors;
import io.slipway.model.json.Json;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;

/**
 * A Fabric8 informer (list, watch with bookmarks, list again when the history is gone) whose objects are kept as trees.
 */
final class SharedWatch implements AutoCloseable {
    private final SharedIndexInformer<GenericKubernetesResource> informer;
    private final CompletableFuture<Void> synced;
    private final Map<String, JsonNode> objects = new ConcurrentHashMap<>();
    private final List<Bell> bells = new CopyOnWriteArrayList<>();

    SharedWatch(KubernetesClient client, ApiKind kind, String namespace) {
        ResourceDefinitionContext context = new ResourceDefinitionContext.Builder()
                .withGroup(kind.group())
                .withVersion(kind.version())
                .withKind(kind.kind())
                .withPlural(kind.plural())
                .withNamespaced(kind.namespaced())
                .build();
        var operation = client.genericKubernetesResources(context);
        this.informer = namespace.isEmpty()
                ? operation.inAnyNamespace().runnableInformer(0)
                : operation.inNamespace(namespace).runnableInformer(0);
        informer.addEventHandler(new Keeper());
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
        return Optional.ofNullable(objects.get(namespace + "/" + name));
    }

    Collection<JsonNode> objects() {
        return objects.values();
    }

    @Override
    public void close() {
        informer.close();
    }

    private static String key(GenericKubernetesResource object) {
        String namespace = object.getMetadata().getNamespace();
        return (namespace == null ? "" : namespace) + "/" + object.getMetadata().getName();
    }

    private static JsonNode tree(GenericKubernetesResource object) {
        JsonNode tree = Json.tree(object);
        if (tree.path("metadata") instanceof ObjectNode metadata) {
            metadata.remove("managedFields");
        }
        return tree;
    }

    private final class Keeper implements ResourceEventHandler<GenericKubernetesResource> {
        @Override
        public void onAdd(GenericKubernetesResource object) {
            keep(object);
        }

        @Override
        public void onUpdate(GenericKubernetesResource before, GenericKubernetesResource now) {
            keep(now);
        }

        @Override
        public void onDelete(GenericKubernetesResource object, boolean finalStateUnknown) {
            objects.remove(key(object));
            bells.forEach(Bell::ring);
        }

        private void keep(GenericKubernetesResource object) {
            objects.put(key(object), tree(object));
            bells.forEach(Bell::ring);
        }
    }
}
