package io.slipway.sandbox.api.resource;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.slipway.sandbox.store.CrdSchemas;
import io.slipway.sandbox.store.Kinds;
import io.slipway.sandbox.store.ObjectStore;
import io.slipway.sandbox.store.ServedKind;
import java.util.stream.Collectors;

/**
 * Where an object keeps what its scale shows.
 *
 * @param spec where the wanted replicas are
 * @param status where the running replicas are
 * @param selector where the selector of the pods is
 */
record ScalePaths(JsonPointer spec, JsonPointer status, JsonPointer selector) {

    private static final ScalePaths BUILT_IN = new ScalePaths(
            JsonPointer.compile("/spec/replicas"),
            JsonPointer.compile("/status/replicas"),
            JsonPointer.compile("/spec/selector"));

    static ScalePaths of(ObjectStore store, ServedKind kind) {
        if (kind.builtIn()) {
            return BUILT_IN;
        }
        JsonNode scale = store.view(
                        Kinds.CUSTOM_RESOURCE_DEFINITION, "", kind.kind().resource())
                .map(crd -> CrdSchemas.version(crd, kind.kind().version())
                        .path("subresources")
                        .path("scale"))
                .orElseThrow();
        return new ScalePaths(
                pointer(scale, "specReplicasPath"),
                pointer(scale, "statusReplicasPath"),
                pointer(scale, "labelSelectorPath"));
    }

    int replicas(JsonNode object) {
        return object.at(spec).asInt();
    }

    int statusReplicas(JsonNode object) {
        return object.at(status).asInt();
    }

    void replicas(ObjectNode object, int wanted) {
        object.withObject(spec.head(), JsonNode.OverwriteMode.NULLS, true)
                .put(spec.last().getMatchingProperty(), wanted);
    }

    /** As text: {@code app=x,tier=y}. */
    String selector(JsonNode object) {
        if (this.selector.matches()) {
            return ""; // the definition names no place for it
        }
        JsonNode selector = object.at(this.selector);
        if (selector.isTextual()) {
            return selector.asText();
        }
        JsonNode labels = selector.has("matchLabels") ? selector.path("matchLabels") : selector;
        return labels.properties().stream()
                .filter(entry -> entry.getValue().isTextual())
                .map(entry -> entry.getKey() + "=" + entry.getValue().asText())
                .sorted()
                .collect(Collectors.joining(","));
    }

    private static JsonPointer pointer(JsonNode scale, String field) {
        return JsonPointer.compile(scale.path(field).asText("").replace('.', '/'));
    }
}
