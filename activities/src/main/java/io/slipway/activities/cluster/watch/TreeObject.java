package io.slipway.activities.cluster.watch;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.api.model.Status;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import io.slipway.model.json.Json;
import java.io.IOException;

/**
 * An object of a list or watch: its tree for us, its name and version for the informer. With both forms whole, it would take
 * twice the memory; made in the library's way, from text to a class of its kind and from there to the generic one, several
 * times the time, and an API server ends a watch that is read too slowly.
 */
final class TreeObject extends GenericKubernetesResource {
    private static final long serialVersionUID = 1L;

    private final transient JsonNode tree;

    private TreeObject(JsonNode tree) {
        this.tree = tree;
        JsonNode metadata = tree.path("metadata");
        setApiVersion(text(tree, "apiVersion"));
        setKind(text(tree, "kind"));
        setMetadata(new ObjectMetaBuilder()
                .withNamespace(text(metadata, "namespace"))
                .withName(text(metadata, "name"))
                .withUid(text(metadata, "uid"))
                .withResourceVersion(text(metadata, "resourceVersion"))
                .build());
    }

    private static String text(JsonNode node, String field) {
        return node.path(field).asText(null);
    }

    /** An object that a client has read in whatever way. */
    static TreeObject of(GenericKubernetesResource object) {
        return object instanceof TreeObject read ? read : of(Json.tree(object));
    }

    private static TreeObject of(JsonNode tree) {
        if (tree.path("metadata") instanceof ObjectNode metadata) {
            metadata.remove("managedFields");
        }
        return new TreeObject(tree);
    }

    /** The object, without {@code managedFields}. */
    JsonNode tree() {
        return tree;
    }

    /**
     * How a client reads lists and watches so that their objects are trees. The error that ends a watch is still known by its
     * class.
     */
    static KubernetesSerialization serialization() {
        ObjectMapper mapper = new ObjectMapper()
                .registerModule(new SimpleModule().addDeserializer(GenericKubernetesResource.class, new Reader()));
        KubernetesSerialization serialization = new KubernetesSerialization(mapper, false);
        serialization.registerKubernetesResource(Status.class);
        return serialization;
    }

    private static final class Reader extends JsonDeserializer<GenericKubernetesResource> {
        @Override
        public GenericKubernetesResource deserialize(JsonParser parser, DeserializationContext context)
                throws IOException {
            JsonNode tree = parser.readValueAsTree();
            return of(tree);
        }
    }
}
