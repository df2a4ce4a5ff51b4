package io.slipway.sandbox.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;

/** The structural schemas of custom resources. */
public final class CrdSchemas {

    private CrdSchemas() {}

    /**
     * The schema of a kind in its stored version.
     *
     * @param store where the CustomResourceDefinitions are
     * @param kind the kind
     * @return {@code openAPIV3Schema}, missing when the kind has none
     */
    public static JsonNode of(StoreReader store, ResourceKind kind) {
        return store.view(Kinds.CUSTOM_RESOURCE_DEFINITION, "", kind.resource())
                .map(crd -> version(crd, kind.version()).path("schema").path("openAPIV3Schema"))
                .orElse(MissingNode.getInstance());
    }

    /**
     * A version of a CustomResourceDefinition.
     *
     * @param crd the CustomResourceDefinition
     * @param name the version's name
     * @return its entry in {@code spec.versions}, missing when there is none
     */
    public static JsonNode version(JsonNode crd, String name) {
        for (JsonNode version : crd.path("spec").path("versions")) {
            if (version.path("name").asText().equals(name)) {
                return version;
            }
        }
        return MissingNode.getInstance();
    }
}
