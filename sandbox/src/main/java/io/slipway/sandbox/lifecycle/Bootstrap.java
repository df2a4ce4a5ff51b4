package io.slipway.sandbox.lifecycle;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.slipway.sandbox.store.Kinds;
import io.slipway.sandbox.store.Meta;
import io.slipway.sandbox.store.ObjectStore;
import io.slipway.sandbox.store.Refusals;
import io.slipway.sandbox.store.ResourceKind;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** The objects a new cluster has: namespaces, the roles everybody refers to, the service of the API server. */
final class Bootstrap {

    private Bootstrap() {}

    static void create(ObjectStore store) {
        for (ObjectNode object : objects()) {
            ResourceKind kind = kind(object);
            if (store.view(kind, Meta.namespace(object), Meta.name(object)).isEmpty()) {
                store.create(kind, object);
            }
        }
    }

    private static ResourceKind kind(ObjectNode object) {
        return switch (object.path("kind").asText()) {
            case "Namespace" -> Kinds.NAMESPACE;
            case "Service" -> Kinds.SERVICE;
            case "ClusterRole" -> Kinds.CLUSTER_ROLE;
            case "ClusterRoleBinding" -> Kinds.CLUSTER_ROLE_BINDING;
            default -> throw Refusals.badRequest("bootstrap.json: unknown kind " + object.path("kind"));
        };
    }

    private static List<ObjectNode> objects() {
        try (InputStream in = Bootstrap.class.getResourceAsStream("bootstrap.json")) {
            List<ObjectNode> objects = new ArrayList<>();
            for (JsonNode one : new ObjectMapper().readTree(in)) {
                objects.add((ObjectNode) one);
            }
            return objects;
        } catch (IOException broken) {
            throw new UncheckedIOException("cannot read bootstrap.json", broken);
        }
    }
}
